// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import * as api from './api.js';
import { field, openDialog } from './dialog.js';
import { el } from './dom.js';
import { attempt } from './tell.js';

let last = { from: '+16045550100', to: '+18005550100', displayName: '' };

/** Somebody calls: from, to, and by what name. */
export function openPlaceCall() {
  const from = el('input', { name: 'from', value: last.from, required: true, autocomplete: 'off' });
  const to = el('input', { name: 'to', value: last.to, required: true, autocomplete: 'off' });
  const name = el('input', { name: 'displayName', value: last.displayName, autocomplete: 'off' });
  const hint = el('p.hint', { hidden: true }, 'No application has subscribed to Event Grid, so nobody will hear of this call. See Connect.');
  const form = el('form', { onsubmit: event => { event.preventDefault(); place(); } },
    field('From', from, 'A number with +, or a raw id such as 8:acs:…'), field('To', to, 'A number or user of the resource'),
    field('Caller’s name', name, 'Optional; only users and some networks give one'), hint,
    el('footer.dialog-foot', {}, el('button.primary', { type: 'submit' }, 'Place the call')));
  const dialog = openDialog('Place a call', form);
  api.eventGrid().then(({ endpoint }) => { hint.hidden = Boolean(endpoint); }, () => {});
  from.select();

  function place() {
    last = { from: from.value.trim(), to: to.value.trim(), displayName: name.value.trim() };
    attempt(async () => {
      const { callId } = await api.placeCall({ from: last.from, to: last.to, ...(last.displayName ? { displayName: last.displayName } : {}) });
      dialog.close();
      location.hash = `#/calls/${encodeURIComponent(callId)}`;
    });
  }
}
