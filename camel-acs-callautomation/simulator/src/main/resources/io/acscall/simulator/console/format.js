// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

/** A number, or another raw id short enough to read. */
export function person(rawId) {
  if (!rawId) {
    return 'somebody';
  }
  return rawId.startsWith('4:') ? rawId.slice(2) : shortId(rawId);
}

/** Ids of users are long and differ at the end. */
function shortId(rawId) {
  return rawId.length <= 24 ? rawId : `${rawId.slice(0, rawId.indexOf(':', 2) + 1)}…${rawId.slice(-8)}`;
}

/** Whether the service hears of nothing that is done at this person's telephone. */
export function isTelephone(rawId) {
  return rawId.startsWith('4:');
}

/** The time of day, to the second or to the millisecond. */
export function clock(time, withMillis = false) {
  const at = new Date(time);
  const text = [at.getHours(), at.getMinutes(), at.getSeconds()].map(part => String(part).padStart(2, '0')).join(':');
  return withMillis ? `${text}.${String(at.getMilliseconds()).padStart(3, '0')}` : text;
}

/** How long something lasted: `0:07`, `1:02:03`. */
export function duration(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const parts = [Math.floor(seconds / 60) % 60, String(seconds % 60).padStart(2, '0')];
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${String(parts[0]).padStart(2, '0')}:${parts[1]}` : parts.join(':');
}

/** Seconds since a beginning: `0.214`, `12.30`, `340`. */
export function since(millis) {
  const seconds = Math.max(0, millis) / 1000;
  return seconds < 10 ? seconds.toFixed(3) : seconds < 100 ? seconds.toFixed(2) : seconds.toFixed(0);
}

/** How wide a text is about, in pixels of a font of 12. */
export function width(text) {
  return text.length * 6.7;
}

/** A text cut to a width. */
export function cut(text, pixels) {
  const most = Math.max(4, Math.floor(pixels / 6.7));
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

export function percent(chance) {
  return `${Math.round(chance * 1000) / 10} %`;
}
