// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import * as api from './api.js';
import { choice, field, numberInput, openDialog, whole } from './dialog.js';
import { el, fill } from './dom.js';
import { person } from './format.js';
import { icon } from './icons.js';
import { attempt, toast } from './tell.js';

const MOST = 100;
const ANSWERS = [['accept', 'takes the call'], ['decline', 'declines'], ['busy', 'is busy'], ['noAnswer', 'does not answer']];

/** How people behave: whoever has no script takes every call at once. */
export function openPeople() {
  const list = el('ul.rules');
  const who = el('input', { required: true, placeholder: '+16045550100', autocomplete: 'off' });
  const answer = choice(ANSWERS, 'accept');
  const delay = numberInput({ placeholder: '0' });
  const hangUp = numberInput({ placeholder: 'stays' });
  const giveUp = numberInput({ placeholder: 'waits' });
  const tones = el('input', { placeholder: '1,12#', autocomplete: 'off' });
  const speech = el('input', { autocomplete: 'off' });
  const label = el('input', { autocomplete: 'off' });
  openDialog('People',
    el('p.hint', {}, 'Whoever has no script takes every call at once and stays. A script holds for the calls after it.'), list,
    el('form', { onsubmit: event => { event.preventDefault(); save(); } },
      el('div.pair', {}, field('Person', who, 'A number or raw id'), field('When rung', answer), field('Rings for (ms)', delay)),
      el('div.pair', {}, field('Hangs up after (ms)', hangUp, 'On the line'), field('Gives up after (ms)', giveUp, 'As a caller')),
      el('div.pair', {}, field('Presses', tones, 'One of these at each question'), field('Says', speech), field('Chooses', label, 'A choice’s label')),
      el('footer.dialog-foot', {}, el('button.primary', { type: 'submit' }, 'Save the script'))));
  load();

  async function load() {
    const people = await attempt(() => api.people(MOST)) ?? [];
    fill(list, people.map(row));
    list.hidden = people.length === 0;
  }

  function row(one) {
    return el('li', {}, el('span', {}, el('b', { title: one.person }, person(one.person)), ` ${summary(one)}`),
      el('button.quiet', { type: 'button', onclick: () => edit(one) }, 'Edit'),
      el('button.quiet', { type: 'button', 'aria-label': `Forget the script of ${person(one.person)}`, onclick: () => forget(one) }, icon('close')));
  }

  function edit(one) {
    who.value = person(one.person).includes('…') ? one.person : person(one.person);
    answer.value = one.answer;
    [[delay, one.delayMs], [hangUp, one.hangUpAfterMs], [giveUp, one.giveUpAfterMs], [tones, one.tones], [speech, one.speech], [label, one.choice]]
      .forEach(([input, value]) => { input.value = value ?? ''; });
    who.focus();
  }

  async function forget(one) {
    await attempt(() => api.forget(one.person));
    await load();
    who.focus();
  }

  function save() {
    const behaviour = {
      answer: answer.value, delayMs: whole(delay), hangUpAfterMs: whole(hangUp), giveUpAfterMs: whole(giveUp),
      tones: written(tones), speech: written(speech), choice: written(label),
    };
    attempt(async () => {
      await api.script(who.value.trim(), behaviour);
      toast(`${who.value.trim()} ${summary(behaviour)}.`, 'good');
      await load();
    });
  }
}

function written(input) {
  return input.value.trim() === '' ? undefined : input.value.trim();
}

/** A script in words. */
function summary(one) {
  return [
    ANSWERS.find(([value]) => value === one.answer)?.[1],
    one.delayMs > 0 && `after ${one.delayMs} ms`,
    one.tones !== undefined && `presses ${one.tones}`,
    one.speech !== undefined && `says ${[one.speech].flat().map(text => `“${text}”`).join(', ')}`,
    one.choice !== undefined && `chooses ${[one.choice].flat().join(', ')}`,
    one.hangUpAfterMs !== undefined && `hangs up after ${one.hangUpAfterMs} ms`,
    one.giveUpAfterMs !== undefined && `gives up after ${one.giveUpAfterMs} ms`,
  ].filter(Boolean).join(', ');
}
