// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import * as api from './api.js';
import { openDialog } from './dialog.js';
import { el } from './dom.js';
import { attempt, toast } from './tell.js';

/** The recording of a call, as a file that can be replayed against an application. */
export function openExport(call) {
  const tones = el('input', { type: 'checkbox' });
  const dialog = openDialog('Export the call',
    el('form', { onsubmit: event => { event.preventDefault(); save(call, tones.checked).then(dialog.close); } },
      el('p', {}, 'The file holds what people did, each request and each callback. Numbers are replaced, ids are named. It can be replayed against an application as a test.'),
      el('label.check', {}, tones, el('span', {}, 'Include keys and words', el('small', {}, 'They may be what somebody keeps secret, but a replay by itself needs them'))),
      el('footer.dialog-foot', {}, el('button.primary', { type: 'submit' }, 'Export'))));
}

function save(call, includeTones) {
  return attempt(async () => {
    const recording = await api.recordingOf(call.callId, includeTones);
    const address = URL.createObjectURL(new Blob([JSON.stringify(recording, null, 2)], { type: 'application/json' }));
    const link = el('a', { href: address, download: `call-${call.callId.slice(0, 8)}.json` });
    document.body.append(link);
    link.click();
    link.remove();
    URL.revokeObjectURL(address);
    toast('The call was exported.', 'good');
  });
}
