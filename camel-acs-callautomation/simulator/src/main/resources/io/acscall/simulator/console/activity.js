// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import { KIND, KINDS, arrow, matches, sentence } from './arrows.js';
import { arrange, el, fill, paced } from './dom.js';
import { clock } from './format.js';
import { icon } from './icons.js';
import { reachable, rove } from './keys.js';
import { start } from './welcome.js';

/** Everything that happened lately, newest first, whether it belongs to a call or not. */
export function mountActivity(model, inspector, place) {
  const kinds = new Set(Object.keys(KINDS));
  let words = '';
  let selected = null;
  const rows = new Map();
  const list = el('div.activity-list', { role: 'group', 'aria-label': 'Newest first; the arrow keys go through it, Enter shows the details' });
  const empty = el('p.diagram-empty');
  const welcome = start(model);
  const content = el('section.activity', {}, el('header.call-head', {},
    el('button.quiet.back', { type: 'button', onclick: () => place(null) }, icon('back'), 'Calls'), el('h1', {}, 'All activity'),
    el('p.call-sub', {}, 'The newest entries of all calls, and requests that belong to none')),
  filterBar(kinds, value => { words = value; draw(); }), list, empty);
  const element = el('div.fit');
  rove(list, '.activity-row');

  function draw() {
    if (!element.isConnected) {
      return;
    }
    const nothing = model.calls.length === 0 && model.activity.every(entry => entry.type === 'SubscriptionValidation');
    const wanted = nothing ? welcome : content;
    if (element.firstElementChild !== wanted) {
      fill(element, wanted);
    }
    const entries = model.activity.filter(entry => matches(entry, kinds, words)).reverse();
    arrange(list, entries.map(row));
    const kept = new Set(model.activity);
    [...rows.keys()].filter(entry => !kept.has(entry)).forEach(entry => rows.delete(entry));
    empty.textContent = entries.length === 0 && !nothing ? 'Nothing matches.' : '';
    reachable(list, '.activity-row');
  }

  function row(entry) {
    if (!rows.has(entry)) {
      const model_ = arrow(entry);
      rows.set(entry, el('button.activity-row', {
        type: 'button', tabindex: '-1', data: { kind: entry.kind, tone: model_.tone }, 'aria-label': `${clock(entry.time)} ${sentence(entry)}`,
        onclick: event => show(entry, event.currentTarget),
      }, el('time', { datetime: entry.time }, clock(entry.time, true)), el('span.badge', { data: { kind: entry.kind } }, KIND[entry.kind]),
      el('span.activity-what', {}, el('b', {}, what(entry, model_)), entry.fault && el('span.fault', {}, `⚠ ${entry.fault}`)),
      el('span.activity-more', {}, entry.callId ? `call ${entry.callId.slice(0, 8)}` : 'no call')));
    }
    return rows.get(entry);
  }

  function show(entry, from) {
    inspector.show(entry, model.activity, () => from.focus(), seq => {
      selected?.removeAttribute('aria-pressed');
      selected = seq === null ? null : rows.get(entry);
      selected?.setAttribute('aria-pressed', 'true');
    });
  }

  const soon = paced(draw);
  model.addEventListener('activity', soon);
  model.addEventListener('calls', soon);
  return () => {
    queueMicrotask(draw);
    return element;
  };
}

function what(entry, { label, more }) {
  return entry.kind === 'person' ? sentence(entry) : [label, more].filter(Boolean).join(' ');
}

/** Chips that switch kinds of entries on and off, and a field for words. */
export function filterBar(kinds, onWords) {
  const field = el('input', {
    type: 'search', placeholder: 'Filter events', 'aria-label': 'Filter events', autocomplete: 'off',
    oninput: () => tell(),
  });
  const tell = () => onWords(field.value.trim().toLowerCase());
  const chips = Object.entries(KINDS).map(([kind, name]) => el('button.kind', {
    type: 'button', 'aria-pressed': 'true', data: { kind }, onclick: event => {
      const on = !kinds.has(kind);
      on ? kinds.add(kind) : kinds.delete(kind);
      event.currentTarget.setAttribute('aria-pressed', String(on));
      tell();
    },
  }, name));
  return el('div.filter-bar', {}, el('div.kinds', { role: 'group', 'aria-label': 'Kinds of events' }, chips), field);
}
