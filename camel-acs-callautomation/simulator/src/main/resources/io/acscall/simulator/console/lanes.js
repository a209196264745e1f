// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import { person } from './format.js';

const GUTTER = 64;
const EDGE = 58;
const NARROW = 560;
const LEAST = 165;
const MOST = 380;

/**
 * Where the lifelines stand: the application, the service, and a lane for each person, or one for all where there is no
 * room.
 *
 * @param rawIds people, in the order they came
 */
export function lanes(rawIds, available) {
  const narrow = available < NARROW;
  const people = narrow || rawIds.length > 6 ? ['people'] : rawIds.length > 0 ? rawIds : ['people'];
  const left = narrow ? 34 : GUTTER + EDGE;
  const gaps = people.length + 1;
  const least = narrow ? 0 : left + EDGE + LEAST * gaps;
  const width = Math.max(available, least);
  const right = width - (narrow ? 34 : EDGE + 14);
  const step = narrow ? (right - left) / gaps : Math.min(MOST, (right - left) / gaps);
  const all = new Map([['app', left], ['service', left + step]]);
  people.forEach((rawId, index) => all.set(rawId, left + step * (index + 2)));
  return { width, narrow, people, x: end => all.get(end) ?? all.get(people[people.length - 1]), all };
}

/** What stands above a lane. */
export function laneName(end) {
  return { app: 'Application', service: 'Service', people: 'People' }[end] ?? person(end);
}
