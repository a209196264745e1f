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
package io.acscall.benchmarks.soak;

import java.util.List;

/**
 * The line that fits values best which come at even distances.
 *
 * @param beginning its value where the first one is
 * @param end       its value where the last one is
 */
record StraightLine(double beginning, double end) {

    /** By least squares, of two values at least. */
    static StraightLine through(List<Double> values) {
        int count = values.size();
        double middle = (count - 1) / 2.0;
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double product = 0;
        double square = 0;
        for (int i = 0; i < count; i++) {
            product += (i - middle) * (values.get(i) - mean);
            square += (i - middle) * (i - middle);
        }
        double slope = product / square;
        return new StraightLine(mean - slope * middle, mean + slope * middle);
    }

    double endByBeginning() {
        return end / beginning;
    }
}
