// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import * as api from './api.js';
import { el, fill } from './dom.js';
import { isTelephone, person } from './format.js';
import { icon } from './icons.js';
import { attempt } from './tell.js';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const KEY_NAMES = { '*': 'star', '#': 'pound' };

/** A card for each person and application in a call, with what they can do now. */
export class Participants {
  #opened = new Set();
  #call = null;

  constructor() {
    this.element = el('section.participants', { 'aria-label': 'Participants' });
  }

  show(call) {
    if (call?.callId !== this.#call?.callId) {
      this.#opened.clear();
    }
    this.#call = call;
    const focus = this.#focus();
    fill(this.element, call ? [...call.legs.map(application), ...waiting(call), ...call.people.map(one => this.#card(one))] : []);
    this.element.hidden = !call || this.element.children.length === 0;
    focus();
  }

  /** The card is made anew when the state changes; what was written, and focus, stay. */
  #focus() {
    const active = this.element.contains(document.activeElement) ? document.activeElement : null;
    const key = active?.dataset.key;
    const person_ = active?.closest('.card')?.dataset.person;
    const written = new Map([...this.element.querySelectorAll('input')].map(input => [input.closest('.card').dataset.person, input.value]));
    return () => {
      this.element.querySelectorAll('input').forEach(input => { input.value = written.get(input.closest('.card').dataset.person) ?? ''; });
      if (person_) {
        const card = [...this.element.querySelectorAll('.card')].find(one => one.dataset.person === person_);
        (card?.querySelector(`[data-key="${CSS.escape(key ?? '')}"]`) ?? card?.querySelector('button'))?.focus();
      }
    };
  }

  #card(one) {
    const open = !one.ringing && this.#opened.has(one.rawId) && this.#call.phase !== 'ended';
    return el('article.card', { data: { person: one.rawId }, 'aria-label': person(one.rawId) },
      el('header', {}, avatar(one), el('div.card-name', {}, el('b', { title: one.rawId }, person(one.rawId)), el('span.card-state', {}, states(one, this.#call)))),
      this.#call.phase !== 'ended' && el('div.card-tools', {}, one.ringing ? this.#ringing(one) : this.#talking(one, open)),
      open && this.#phone(one));
  }

  #ringing(one) {
    return [this.#button(one, 'answer', 'Answer', 'answer', 'good'), this.#button(one, 'decline', 'Decline', 'close', 'bad')];
  }

  #talking(one, open) {
    const held = one.onHold;
    return [
      el('button', { type: 'button', 'aria-expanded': String(open), data: { key: 'phone' }, onclick: () => this.#toggle(one) }, icon('keypad'), 'Keys & voice'),
      isTelephone(one.rawId)
        ? el('button', { type: 'button', 'aria-disabled': 'true', data: { key: 'hold' }, title: 'The service does not hear of what is held at a telephone' }, icon('hold'), 'Hold')
        : this.#button(one, held ? 'unhold' : 'hold', held ? 'Resume' : 'Hold', 'hold', 'plain', 'hold'),
      this.#button(one, 'hangUp', 'Hang up', 'hangUp', 'bad'),
    ];
  }

  #button(one, action, text, image, tone, key = action) {
    return el('button', { type: 'button', data: { key, tone }, onclick: () => this.#act(one, action) }, icon(image), text);
  }

  #phone(one) {
    const words = el('input', { placeholder: 'Say something', 'aria-label': `What ${person(one.rawId)} says`, data: { key: 'say' }, autocomplete: 'off' });
    return el('div.phone', {},
      el('div.keypad', { role: 'group', 'aria-label': `Keys of ${person(one.rawId)}; digits can be typed`, onkeydown: event => this.#typed(one, event) },
        KEYS.map(key => el('button.key', { type: 'button', data: { key: `key-${key}` }, 'aria-label': KEY_NAMES[key], onclick: () => this.#press(one, key) }, key))),
      el('form.say', { onsubmit: event => { event.preventDefault(); this.#say(one, words); } }, words,
        el('button', { type: 'submit', data: { key: 'speak' } }, icon('speak'), 'Say')));
  }

  #toggle(one) {
    this.#opened.has(one.rawId) ? this.#opened.delete(one.rawId) : this.#opened.add(one.rawId);
    this.show(this.#call);
  }

  #typed(one, event) {
    if (KEYS.includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.element.querySelector(`[data-person="${CSS.escape(one.rawId)}"] [data-key="${CSS.escape(`key-${event.key}`)}"]`)?.focus();
      this.#press(one, event.key);
    }
  }

  #press(one, tones) {
    return attempt(() => api.act(this.#call.callId, one.rawId, 'tones', { tones }));
  }

  #say(one, input) {
    const speech = input.value.trim();
    if (speech !== '') {
      input.value = '';
      attempt(() => api.act(this.#call.callId, one.rawId, 'speech', { speech }));
    }
  }

  #act(one, action) {
    return attempt(() => api.act(this.#call.callId, one.rawId, action));
  }
}

function avatar(one) {
  return el('span.avatar', { data: { state: one.ringing ? 'ringing' : one.onHold ? 'held' : 'on' } }, icon(isTelephone(one.rawId) ? 'call' : 'people'));
}

function states(one, call) {
  const all = [call.phase === 'ended' ? 'was on the line' : one.ringing ? 'is rung' : call.phase === 'ringing' ? 'waits for an answer' : 'on the line'];
  return [...all, one.muted && 'muted', one.onHold && 'on hold'].filter(Boolean).join(' · ');
}

/** The application's own connection to the call. */
function application(leg) {
  return el('article.card', { data: { person: leg.callConnectionId, app: true }, 'aria-label': 'Application' },
    el('header', {}, el('span.avatar', { data: { state: 'app' } }, icon('plug')), el('div.card-name', {}, el('b', {}, 'Application'),
      el('span.card-state', { title: `${leg.callConnectionId}, callbacks to ${leg.callbackUri}` }, `${leg.state} · ${new URL(leg.callbackUri).host}`))));
}

/** An incoming call that no application has answered yet. */
function waiting(call) {
  return call.phase === 'ringing' && call.direction === 'incoming' && call.legs.length === 0
    ? [el('article.card', { data: { person: 'nobody', app: true }, 'aria-label': 'Application' },
      el('header', {}, el('span.avatar', { data: { state: 'ringing' } }, icon('plug')), el('div.card-name', {}, el('b', {}, 'Application'),
        el('span.card-state', {}, 'is offered the call'))))]
    : [];
}
