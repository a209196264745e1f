// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import * as api from './api.js';
import { choice, field, openDialog } from './dialog.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { attempt, copy, toast } from './tell.js';

const SECRET_HEADER = 'X-Acs-Call-Secret';

/** The settings as a Camel application takes them. */
export function properties(settings) {
  const text = [
    ['connection-string', settings.connectionString],
    ['immutable-resource-id', settings.resourceId],
    ['open-id-configuration-uri', settings.openIdConfigurationUri],
    ['event-grid-secret', settings.eventGridSecret],
  ].map(([name, value]) => `camel.component.acs-call.${name}=${value}`).join('\n');
  return el('div.snippet', {}, el('pre', { tabindex: '0', 'aria-label': 'application.properties' }, el('code', {}, text)),
    el('button.quiet', { type: 'button', onclick: () => copy(text) }, icon('copy'), 'Copy'));
}

/** How an application is connected: what it has to be told, and where Event Grid delivers to. */
export async function openConnect(onChange = () => {}) {
  const answers = await attempt(() => Promise.all([api.settings(), api.eventGrid()]));
  if (!answers) {
    return;
  }
  const [settings, subscription] = answers;
  const state = el('p.hint', {});
  const endpoint = el('input', { type: 'url', required: true, placeholder: 'http://127.0.0.1:8080/acs-call/event-grid', autocomplete: 'off' });
  endpoint.value = subscription.endpoint?.includes('***') ? '' : subscription.endpoint ?? '';
  const schema = choice([['eventGrid', 'Event Grid'], ['cloudEvents', 'CloudEvents']], subscription.schema);
  const header = el('input', { value: SECRET_HEADER, autocomplete: 'off' });
  const secret = el('input', { value: settings.eventGridSecret, autocomplete: 'off' });
  openDialog('Connect an application',
    el('section', {}, el('h3', {}, 'In application.properties'), properties(settings)),
    el('section', {}, el('h3', {}, 'Event Grid'), state,
      el('form', { onsubmit: event => { event.preventDefault(); subscribe(); } },
        field('Deliver to', endpoint, 'The application has to be up: it is asked for a handshake'),
        el('div.pair', {}, field('Schema', schema), field('Secret’s header', header), field('Secret', secret)),
        el('footer.dialog-foot', {}, el('button.primary', { type: 'submit' }, 'Subscribe')))));
  show(subscription);

  function show(current) {
    state.textContent = current.endpoint ? `Events go to ${current.endpoint}.` : 'Nobody has subscribed: no application hears of incoming calls.';
  }

  function subscribe() {
    const headers = header.value.trim() === '' ? {} : { [header.value.trim()]: secret.value };
    attempt(async () => {
      show(await api.subscribe({ endpoint: endpoint.value.trim(), schema: schema.value, headers }));
      toast('Subscribed.', 'good');
      onChange();
    });
  }
}
