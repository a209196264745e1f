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
package io.acscall.camel.action;

/**
 * A value that an action needs is missing or has the wrong form. The message names the action, the option, the header,
 * the value seen (personal values masked) and an example of a good one.
 */
public class InvalidInputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String option;

    /**
     * Makes the exception.
     *
     * @param option  the option that is wrong
     * @param message the whole sentence
     */
    public InvalidInputException(String option, String message) {
        super(message);
        this.option = option;
    }

    /**
     * The option that is missing or wrong.
     */
    public String option() {
        return option;
    }

    static InvalidInputException missing(String action, Option<?> option) {
        return new InvalidInputException(
                option.name(),
                "acs-call:%s needs a value for option '%s' (or header '%s'%s), for example %s=%s".formatted(
                        action, option.name(), option.header(),
                        option.component() == null ? "" : ", or the component's option '" + option.component() + "'",
                        option.name(), option.example()));
    }

    static InvalidInputException wrong(String action, Option<?> option, Object seen, IllegalArgumentException why) {
        InvalidInputException wrong = new InvalidInputException(
                option.name(),
                "acs-call:%s: option '%s' (or header '%s') %s: '%s'. A good value: %s=%s".formatted(
                        action, option.name(), option.header(), why.getMessage(), option.shown(seen), option.name(),
                        option.example()));
        if (option.privacy() == Option.Privacy.OPEN) {
            wrong.initCause(why);
        }
        return wrong;
    }

    static InvalidInputException rule(String action, String option, String rule) {
        return new InvalidInputException(option, "acs-call:%s: %s".formatted(action, rule));
    }
}
