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

import org.apache.camel.ProducerTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the shop's other programs call. */
@RestController
public class OrderController {

    private final OrderBook book;
    private final ProducerTemplate template;

    OrderController(OrderBook book, ProducerTemplate template) {
        this.book = book;
        this.template = template;
    }

    /**
     * Lets the customer be rung.
     *
     * @param  number of the order
     * @return        202, or 404 when there is no such order
     */
    @PostMapping("/orders/{number}/ready")
    public ResponseEntity<Void> ready(@PathVariable("number") String number) {
        return book.numbered(number).map(order -> {
            // a call takes minutes: nobody waits for it here
            template.asyncSendBody("direct:ready", order);
            return ResponseEntity.status(HttpStatus.ACCEPTED).<Void> build();
        }).orElse(ResponseEntity.notFound().build());
    }
}
