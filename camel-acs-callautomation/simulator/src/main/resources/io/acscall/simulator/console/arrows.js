// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import { person } from './format.js';

/** What happens to people rather than is done by them. */
const TO_PEOPLE = new Set(['ring', 'rejected', 'muted', 'onHold', 'offHold', 'hearTones', 'removed', 'cancelled', 'disconnected', 'moved',
  'transferred']);

export const KINDS = {
  request: 'Requests', response: 'Answers', callback: 'Callbacks', eventGrid: 'Event Grid', person: 'People', note: 'Notes',
};

/** The same for one entry. */
export const KIND = {
  request: 'Request', response: 'Answer', callback: 'Callback', eventGrid: 'Event Grid', person: 'Person', note: 'Note',
};

/**
 * What an entry of the timeline is in the diagram: `{ from, to, label, more, tone }`. The ends are `app`, `service` or a
 * person's raw id; a note has but one.
 */
export function arrow(entry) {
  return ARROWS[entry.kind](entry);
}

const ARROWS = {
  request: entry => between('app', 'service', entry.type ?? `${entry.method} ${entry.path}`, '', 'request'),
  response: entry => between('service', 'app', entry.status ? String(entry.status) : 'no answer', entry.type ?? '',
    entry.status >= 400 || !entry.status ? 'bad' : 'response'),
  callback: entry => between('service', 'app', names(entry), answered(entry), failed(entry) ? 'bad' : 'callback'),
  eventGrid: entry => between('service', 'app', entry.type, answered(entry), failed(entry) ? 'bad' : 'eventGrid'),
  person: entry => {
    const who = whose(entry) ?? 'people';
    return TO_PEOPLE.has(entry.type) ? between('service', who, did(entry), '', 'person') : between(who, 'service', did(entry), '', 'person');
  },
  note: entry => between('service', 'service', entry.detail ?? entry.type ?? '', entry.detail ? entry.type ?? '' : '', 'note'),
};

function between(from, to, label, more, tone) {
  return { from, to, label, more, tone };
}

/** Several events may come in one request. */
function names(entry) {
  const count = Array.isArray(entry.body) ? entry.body.length : 1;
  return count > 1 ? `${entry.type} and ${count - 1} more` : entry.type;
}

function answered(entry) {
  return entry.status === undefined ? '' : String(entry.status);
}

function failed(entry) {
  return entry.status !== undefined && entry.status >= 300;
}

/** The raw id of the person whom an entry is about, if it is about one. */
export function whose(entry) {
  return entry.kind === 'person' ? entry.body?.person : undefined;
}

/** The sentence about a person without the name, which stands above the lane. */
function did(entry) {
  const sentence = entry.detail ?? entry.type;
  const rawId = whose(entry) ?? '';
  const name = rawId.startsWith('4:') ? rawId.slice(2) : rawId;
  return name !== '' && sentence.startsWith(`${name} `) ? sentence.slice(name.length + 1) : sentence;
}

/** The entry as one would tell it on the telephone. */
export function sentence(entry) {
  const what = {
    request: () => `Application asks for ${entry.type ?? entry.path}`,
    response: () => `Service answers ${entry.status ?? 'nothing'} to ${entry.type ?? 'the request'}`,
    callback: () => `Callback ${names(entry)}${entry.status ? `, answered with ${entry.status}` : ''}`,
    eventGrid: () => `Event Grid ${entry.type}${entry.status ? `, answered with ${entry.status}` : ''}`,
    person: () => (whose(entry) ? `${person(whose(entry))} ${did(entry)}` : entry.detail),
    note: () => `Note: ${entry.detail ?? entry.type}`,
  }[entry.kind]();
  return entry.fault ? `${what}, on purpose ${entry.fault}` : what;
}

/** Whether an entry is of a wanted kind and holds the words. */
export function matches(entry, kinds, words) {
  return kinds.has(entry.kind) && (words === '' || JSON.stringify(entry).toLowerCase().includes(words));
}
