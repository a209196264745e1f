// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import * as api from './api.js';
import { openConnect } from './connect.js';
import { openDialog } from './dialog.js';
import { el, fill } from './dom.js';
import { countOf, openFaults } from './faults-dialog.js';
import { icon } from './icons.js';
import { openPeople } from './people-dialog.js';
import { openPlaceCall } from './place-call.js';
import { openReplay } from './replay.js';
import { attempt, toast } from './tell.js';
import { nextTheme, themeName } from './theme.js';

/** The buttons at the top. */
export function mountTools(element, model, place) {
  const badge = el('span.tool-badge', { hidden: true });
  const faults = tool('bolt', 'Faults', () => openFaults(showFaults), badge);
  const theme = tool('theme', 'Theme', () => {
    nextTheme();
    nameTheme();
    toast(`Theme: ${themeName()}`);
  });
  theme.classList.add('icon-only');
  fill(element, el('button.primary', { type: 'button', title: 'Place a call', onclick: () => openPlaceCall() }, icon('call'), el('span', {}, 'Place a call')),
    tool('people', 'People', openPeople), faults, tool('replay', 'Replay', openReplay), tool('plug', 'Connect', () => openConnect()),
    tool('reset', 'Reset', confirmReset), theme);
  nameTheme();

  function nameTheme() {
    theme.setAttribute('aria-label', `Theme: ${themeName()}`);
    theme.title = `Theme: ${themeName()}`;
  }

  function showFaults(count) {
    badge.hidden = count === 0;
    badge.textContent = String(count);
    faults.setAttribute('aria-label', count === 0 ? 'Faults' : `Faults, ${count} on`);
  }

  function confirmReset() {
    const dialog = openDialog('Reset the simulator',
      el('p', {}, 'All calls, scripts, faults and the timeline are forgotten. The Event Grid subscription stays.'),
      el('footer.dialog-foot', {}, el('button', { type: 'button', onclick: () => dialog.close() }, 'Keep all'),
        el('button.danger', { type: 'button', onclick: () => { dialog.close(); attempt(api.reset); } }, 'Reset')));
  }

  model.addEventListener('begin', () => api.faults().then(countOf).then(showFaults, () => {}));
}

function tool(image, text, onclick, ...more) {
  return el('button.tool', { type: 'button', title: text, onclick }, icon(image), el('span', {}, text), more);
}
