// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import { KIND, arrow, sentence, whose } from './arrows.js';
import { el, fill } from './dom.js';
import { clock } from './format.js';
import { icon } from './icons.js';
import { json } from './json.js';
import { laneName } from './lanes.js';
import { copy } from './tell.js';

const CLIENT_REQUEST_ID = 'x-ms-client-request-id';

/** Shows one entry in full: what it was, its headers, its JSON. */
export class Inspector {
  #back = null;
  #onClose = () => {};

  constructor(element, shell) {
    this.element = element;
    this.shell = shell;
  }

  get shown() {
    return !this.element.hidden;
  }

  /**
   * @param entry   of the timeline
   * @param among   the entries around it, where its counterpart is looked for
   * @param back    where focus goes when it is closed
   * @param onShow  is told which entry is shown, null when none is
   */
  show(entry, among, back, onShow) {
    this.#back = back;
    this.#onClose = onShow;
    onShow(entry.seq);
    const other = counterpart(entry, among);
    fill(this.element, el('header.inspector-head', {}, el('span.badge', { data: { kind: entry.kind } }, KIND[entry.kind]),
      el('h2', {}, entry.type ?? entry.path ?? 'Unknown request'),
      el('button.quiet', { type: 'button', 'aria-label': 'Close the details', onclick: () => this.close(true) }, icon('close'))),
    el('div.inspector-body', {}, facts(entry),
      other && el('button.link', { type: 'button', onclick: () => this.show(other, among, back, onShow) },
        entry.kind === 'request' ? `See the answer ${other.status ?? ''}` : 'See the request'),
      headers(entry), body(entry)));
    this.element.hidden = false;
    this.shell.dataset.inspector = 'open';
    this.element.querySelector('.inspector-head button').focus();
  }

  close(focusBack = false) {
    if (this.shown) {
      this.element.hidden = true;
      delete this.shell.dataset.inspector;
      this.#onClose(null);
      if (focusBack) {
        this.#back?.();
      }
    }
  }
}

/** Request and answer carry the same client request id, if the client sent one. */
function counterpart(entry, among) {
  const id = entry.headers?.[CLIENT_REQUEST_ID];
  const kind = { request: 'response', response: 'request' }[entry.kind];
  return id && kind ? among.find(one => one.kind === kind && one.headers?.[CLIENT_REQUEST_ID] === id) : undefined;
}

function facts(entry) {
  const ends = arrow(entry);
  const rows = [
    ['What', sentence(entry)],
    ['Way', ends.from === ends.to ? null : `${laneName(ends.from)} → ${laneName(ends.to)}`],
    ['Time', `${clock(entry.time, true)}  ·  no. ${entry.seq}`],
    ['Where', entry.path ? `${entry.method} ${entry.path}` : null],
    ['Status', entry.status ?? (entry.kind === 'callback' || entry.kind === 'eventGrid' ? 'not answered yet' : null)],
    ['Person', whose(entry)],
    ['Fault', entry.fault],
    ['Detail', entry.detail],
  ];
  return el('dl.facts', {}, rows.filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => [el('dt', {}, name), el('dd', {}, String(value))]));
}

function headers(entry) {
  const all = Object.entries(entry.headers ?? {});
  return all.length === 0 ? null : el('section', {}, el('h3', {}, 'Headers'),
    el('table.headers', {}, el('tbody', {}, all.map(([name, value]) => el('tr', {}, el('th', { scope: 'row' }, name), el('td', {}, value))))));
}

function body(entry) {
  return entry.body === undefined ? null : el('section', {},
    el('div.section-head', {}, el('h3', {}, 'Body'),
      el('button.quiet', { type: 'button', onclick: () => copy(JSON.stringify(entry.body, null, 2)) }, icon('copy'), 'Copy')),
    json(entry.body));
}
