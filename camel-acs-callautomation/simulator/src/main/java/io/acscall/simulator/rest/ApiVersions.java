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
package io.acscall.simulator.rest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

import io.acscall.simulator.http.ServiceFault;
import io.acscall.simulator.timeline.EntryKind;
import io.acscall.simulator.timeline.Timeline;
import io.acscall.simulator.timeline.TimelineDraft;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which api-versions are taken. The newest known one is a superset, so all stable ones are; a newer one is taken with a
 * warning, because refusing it would hurt everybody whose client is ahead of this simulator.
 */
public final class ApiVersions {

    /** The stable versions, oldest first. */
    public static final List<String> STABLE = List.of("2023-03-06", "2023-10-15", "2024-04-15", "2024-09-15", "2025-05-15",
            "2025-06-15", "2026-03-12");

    private static final Logger LOG = LoggerFactory.getLogger(ApiVersions.class);
    private static final String NEWEST = STABLE.get(STABLE.size() - 1);
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String FIELD = "api-version";

    private final boolean strict;
    private final Timeline timeline;

    /**
     * @param strict whether a version newer than the newest known one is refused
     */
    ApiVersions(boolean strict, Timeline timeline) {
        this.strict = strict;
        this.timeline = timeline;
    }

    /**
     * @param  version      the query parameter, null when missing
     * @return              the version
     * @throws ServiceFault 400/8523
     */
    String check(String version) {
        if (version == null || version.isBlank()) {
            throw ServiceFault.invalid(FIELD, "it is missing; send for example " + NEWEST + ".");
        }
        if (version.endsWith("-preview")) {
            throw ServiceFault.invalid(FIELD, version + " is a preview; stable versions are " + STABLE + ".");
        }
        if (!wellFormed(version)) {
            throw ServiceFault.invalid(FIELD, "it must look like " + NEWEST + ".");
        }
        if (STABLE.contains(version)) {
            return version;
        }
        if (strict || version.compareTo(NEWEST) < 0) {
            throw ServiceFault.invalid(FIELD, version + " is unknown; stable versions are " + STABLE + ".");
        }
        String warning = "api-version " + version + " is newer than " + NEWEST + ", the newest one the simulator knows";
        LOG.warn("{}", warning);
        timeline.add(TimelineDraft.of(EntryKind.NOTE, FIELD).detail(warning));
        return version;
    }

    private static boolean wellFormed(String version) {
        if (!DATE.matcher(version).matches()) {
            return false;
        }
        try {
            LocalDate.parse(version);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
