// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import { arrange, el, fill } from './dom.js';
import { clock, duration, person } from './format.js';
import { icon } from './icons.js';
import { reachable, rove } from './keys.js';
import { announce } from './tell.js';

const SHOWS = { all: () => true, live: call => call.phase !== 'ended', ended: call => call.phase === 'ended' };
const LABELS = { all: 'All', live: 'Live', ended: 'Ended' };
const ICONS = { incoming: 'incoming', outgoing: 'outgoing', betweenPeople: 'between' };

/** The list of calls, newest first, with its filter. */
export function mountCalls({ filter, list, count }, model) {
  let shows = 'all';
  let words = '';
  const known = new Set();
  const rows = new Map();
  const search = el('input', {
    type: 'search', placeholder: 'Filter by number, name or id', 'aria-label': 'Filter calls', autocomplete: 'off',
    title: 'Press / to come here', oninput: () => { words = search.value.trim().toLowerCase(); draw(); },
  });
  const segments = el('div.segments', { role: 'group', 'aria-label': 'Which calls' }, Object.keys(SHOWS).map(name =>
    el('button', { type: 'button', 'aria-pressed': String(name === shows), data: { shows: name }, onclick: () => {
      shows = name;
      segments.querySelectorAll('button').forEach(b => b.setAttribute('aria-pressed', String(b.dataset.shows === name)));
      draw();
    } }, LABELS[name])));
  fill(filter, search, segments);
  const all = el('a.everything', { href: '#/activity', 'data-item': true, tabindex: '-1' }, icon('list'), 'All activity');
  const items = el('ul', { 'aria-labelledby': 'calls-title' });
  const empty = el('p.side-empty');
  fill(list, all, items, empty);
  rove(list, '[data-item]');

  function draw() {
    const wanted = model.calls.filter(call => SHOWS[shows](call) && (words === '' || text(call).includes(words)));
    arrange(items, wanted.map(row));
    const kept = new Set(model.calls.map(call => call.callId));
    [...rows.keys()].filter(id => !kept.has(id)).forEach(id => rows.delete(id));
    count.textContent = model.calls.filter(SHOWS.live).length > 0 ? `${model.calls.filter(SHOWS.live).length} live` : '';
    empty.textContent = wanted.length > 0 ? '' : model.calls.length > 0 ? 'No call matches.' : 'No calls yet.';
    mark();
    reachable(list, '[data-item]');
  }

  /** One element for a call as long as it is listed, so that focus stays where it is. */
  function row(call) {
    const before = rows.get(call.callId);
    const look = JSON.stringify([call.phase, call.from, call.to, call.callerName, call.endReason]);
    if (before?.look === look) {
      return before.item;
    }
    const item = before?.item ?? el('li');
    const link = item.firstElementChild ?? item.appendChild(el('a.call-row', {
      href: `#/calls/${encodeURIComponent(call.callId)}`, 'data-item': true, tabindex: '-1',
    }));
    link.dataset.phase = call.phase;
    const to = call.to.length > 0 ? call.to.map(person).join(', ') : 'nobody';
    fill(link, icon(ICONS[call.direction] ?? 'call'),
      el('span.call-row-line', {}, el('span.call-row-name', {}, call.callerName ?? person(call.from)),
        el('span.chip', { data: { tone: call.phase } }, phase(call))),
      el('span.call-row-line', {}, el('span.call-row-to', {}, call.callerName ? `${person(call.from)} → ${to}` : `to ${to}`),
        el('time', { datetime: call.startedAt }, clock(call.startedAt))));
    rows.set(call.callId, { item, look });
    return item;
  }

  function mark() {
    const open = model.open?.id;
    rows.forEach(({ item }, id) => item.firstElementChild.setAttribute('aria-current', String(id === open)));
    all.setAttribute('aria-current', String(!open));
  }

  function tellOfNew() {
    for (const call of model.calls.filter(one => !known.has(one.callId))) {
      known.add(call.callId);
      // those that were there before the page are not new
      if (Date.now() - Date.parse(call.startedAt) < 5000) {
        announce(`New call from ${person(call.from)}`);
      }
    }
    if (known.size > 5 * model.calls.length + 100) {
      known.clear();
      model.calls.forEach(call => known.add(call.callId));
    }
  }

  model.addEventListener('calls', () => { tellOfNew(); draw(); });
  model.addEventListener('open', mark);
  draw();
}

function text(call) {
  return [call.callId, call.serverCallId, call.from, call.callerName, call.phase, ...call.to,
    ...call.people.map(one => one.rawId), ...call.legs.map(leg => leg.callConnectionId)].join(' ').toLowerCase();
}

/** How far a call has come, in a word. */
export function phase(call) {
  return { ringing: 'Ringing', connected: 'Connected', ended: 'Ended' }[call.phase] ?? call.phase;
}

/** How long a call has lasted, or lasted. */
export function age(call) {
  return duration((call.endedAt ? Date.parse(call.endedAt) : Date.now()) - Date.parse(call.startedAt));
}
