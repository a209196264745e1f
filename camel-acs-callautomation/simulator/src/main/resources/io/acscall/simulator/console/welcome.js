// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import * as api from './api.js';
import { openPlaceCall } from './place-call.js';
import { openConnect, properties } from './connect.js';
import { el, fill } from './dom.js';
import { icon } from './icons.js';

/** What somebody sees who has just started the simulator. */
export function start(model) {
  const settings = el('div');
  const grid = el('p');
  const element = el('section.welcome', {},
    el('h1', {}, 'A phone network in a box'),
    el('p.lead', {}, 'Nobody has called yet. Connect an application, then place a call and watch each request and callback as it passes.'),
    el('ol.steps', {},
      el('li', {}, el('h2', {}, 'Tell your application where the service is'), settings),
      el('li', {}, el('h2', {}, 'Let it hear of incoming calls'), grid,
        el('button', { type: 'button', onclick: () => openConnect(refresh) }, icon('plug'), 'Connect')),
      el('li', {}, el('h2', {}, 'Place a call'), el('p', {}, 'You are the caller: press keys, speak, hold, hang up.'),
        el('button.primary', { type: 'button', onclick: () => openPlaceCall() }, icon('call'), 'Place a call'))));

  async function refresh() {
    try {
      fill(settings, properties(await api.settings()));
      const { endpoint } = await api.eventGrid();
      grid.textContent = endpoint ? `Event Grid delivers to ${endpoint}.` : 'No application has subscribed to Event Grid yet.';
    } catch {
      // The stream says when the simulator is back.
    }
  }

  model.addEventListener('begin', refresh);
  return element;
}
