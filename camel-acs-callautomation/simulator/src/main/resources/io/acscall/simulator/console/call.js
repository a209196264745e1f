// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import { filterBar } from './activity.js';
import { KINDS, matches, whose } from './arrows.js';
import { age, phase } from './calls.js';
import { Diagram } from './diagram.js';
import { el, fill, paced } from './dom.js';
import { openExport } from './export.js';
import { clock, person } from './format.js';
import { icon } from './icons.js';
import { Participants } from './participants.js';
import { copy } from './tell.js';

/** The open call: who is in it and what they can do, and the diagram of what has passed. */
export function mountCall(model, inspector, back) {
  const kinds = new Set(Object.keys(KINDS));
  let words = '';
  const head = el('header.call-head');
  const participants = new Participants();
  const diagram = new Diagram(seq => {
    const entry = model.open.entries.find(one => one.seq === seq);
    inspector.show(entry, model.open.entries, () => diagram.focus(seq), shown => diagram.select(shown));
  });
  const element = el('div.call', {}, head, participants.element, filterBar(kinds, value => { words = value; draw(); }), diagram.element);
  let look = '';

  function draw() {
    const open = model.open;
    if (!open || !element.isConnected) {
      return;
    }
    if (open.call) {
      const now = JSON.stringify([open.call, open.gone]);
      if (look !== now) {
        look = now;
        keepFocus(head, () => fill(head, title(open, back)));
        participants.show(open.call);
      }
    } else {
      look = '';
      fill(head, el('h1', {}, open.gone ? 'This call is not known any more' : 'Loading'),
        open.gone && el('p.call-sub', {}, 'The simulator keeps calls that have ended for half an hour.'));
      participants.show(null);
    }
    diagram.show(open.entries.filter(entry => matches(entry, kinds, words)), lanesOf(open),
      open.entries.length > 0 ? 'Nothing matches.' : 'Nothing has passed yet.');
  }

  const soon = paced(draw, 30);
  ['open', 'entries'].forEach(type => model.addEventListener(type, soon));
  setInterval(() => {
    const timer = head.querySelector('.age');
    if (timer && model.open?.call?.phase !== 'ended') {
      timer.textContent = age(model.open.call);
    }
  }, 1000);
  return () => {
    look = '';
    soon();
    return element;
  };
}

function keepFocus(within, change) {
  const key = within.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  change();
  if (key) {
    within.querySelector(`[data-key="${key}"]`)?.focus();
  }
}

/** People in the order in which they came, also those who have left. */
function lanesOf({ call, entries }) {
  const all = new Set(call ? [call.direction === 'outgoing' ? null : call.from, ...(call.direction === 'outgoing' ? call.to : [])] : []);
  entries.forEach(entry => all.add(whose(entry)));
  call?.people.forEach(one => all.add(one.rawId));
  return [...all].filter(Boolean);
}

function title({ call }, back) {
  const to = call.to.map(person).join(', ');
  return [
    el('button.quiet.back', { type: 'button', onclick: back, data: { key: 'back' } }, icon('back'), 'Calls'),
    el('h1', { title: [call.from, ...call.to].join(' → ') }, call.callerName && el('span', {}, `${call.callerName} `),
      person(call.from), to && [el('span.to', { 'aria-label': 'to' }, ' → '), to]),
    el('p.call-sub', {}, el('span.chip', { data: { tone: call.phase } }, phase(call)),
      call.endReason && el('span', {}, call.endReason),
      el('span', {}, `from ${clock(call.startedAt)}, `, el('span.age', {}, age(call))),
      el('button.id', { type: 'button', title: 'Copy the call id', data: { key: 'id' }, onclick: () => copy(call.callId) }, call.callId.slice(0, 8), icon('copy'))),
    el('div.call-tools', {}, el('button', { type: 'button', data: { key: 'export' }, onclick: () => openExport(call) }, icon('save'), 'Export')),
  ];
}
