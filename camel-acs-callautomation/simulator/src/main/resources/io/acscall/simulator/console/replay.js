// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import * as api from './api.js';
import { field, openDialog } from './dialog.js';
import { el, fill } from './dom.js';
import { attempt } from './tell.js';

/** Plays a file that was exported against the application, and shows what it does differently. */
export function openReplay() {
  const file = el('input', { type: 'file', accept: '.json,application/json', required: true });
  const result = el('div', { role: 'status' });
  const button = el('button.primary', { type: 'submit' }, 'Replay');
  openDialog('Replay a call', el('form', { onsubmit: event => { event.preventDefault(); play(); } },
    el('p.hint', {}, 'People do what they did when the call was exported, and the requests of the application are compared with those of then. Export the call with keys and words.'),
    field('Exported call', file), el('footer.dialog-foot', {}, button)), result);

  async function play() {
    button.disabled = true;
    fill(result, el('p.hint', {}, 'The call is being played.'));
    const outcome = await attempt(async () => api.replay(JSON.parse(await file.files[0].text())));
    button.disabled = false;
    fill(result, outcome && [
      el('p.verdict', { data: { same: String(outcome.same) } }, outcome.same ? 'The application did the same.' : 'The application did something else.'),
      outcome.differences.length > 0 && el('ul.rules', {}, outcome.differences.map(one => el('li', {}, el('span', {}, one)))),
      outcome.callId && el('a', { href: `#/calls/${encodeURIComponent(outcome.callId)}` }, 'See the call'),
    ]);
  }
}
