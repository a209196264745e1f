/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.acscall.examples.springboot;

import java.util.List;
import java.util.Optional;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The open orders. Here they are settings; a real shop asks its database.
 *
 * @param orders the orders
 */
@ConfigurationProperties("shop")
public record OrderBook(List<Order> orders) {

    /** The order of whoever calls from a number, {@code null} for none: routes ask for it as a header. */
    public Order ofCaller(String phone) {
        return orders.stream().filter(order -> order.phone().equals(phone)).findFirst().orElse(null);
    }

    /** The order of a number. */
    public Optional<Order> numbered(String number) {
        return orders.stream().filter(order -> order.number().equals(number)).findFirst();
    }
}
