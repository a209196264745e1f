--
-- Licensed under the Apache License, Version 2.0 (the "License");
-- you may not use this file except in compliance with the License.
-- You may obtain a copy of the License at
--
--     https://www.apache.org/licenses/LICENSE-2.0
--
-- Unless required by applicable law or agreed to in writing, software
-- distributed under the License is distributed on an "AS IS" BASIS,
-- WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
-- See the License for the specific language governing permissions and
-- limitations under the License.
--

insert into interpreter (name, phone, language, turn)
values ('Olena', '+16045550201', 'Ukrainian', 1),
       ('Taras', '+16045550202', 'Ukrainian', 1),
       ('Ines', '+16045550211', 'Portuguese', 1),
       ('Rui', '+16045550212', 'Portuguese', 1),
       ('Amal', '+16045550221', 'Arabic', 1),
       ('Basim', '+16045550222', 'Arabic', 1),
       ('Dalia', '+16045550223', 'Arabic', 2);

insert into interpreter (name, phone, language, on_duty, turn)
values ('Petro', '+16045550203', 'Ukrainian', false, 1);
