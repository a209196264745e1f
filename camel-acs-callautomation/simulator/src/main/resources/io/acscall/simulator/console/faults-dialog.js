// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import * as api from './api.js';
import { choice, field, numberInput, openDialog, whole } from './dialog.js';
import { el, fill } from './dom.js';
import { percent } from './format.js';
import { icon } from './icons.js';
import { attempt, toast } from './tell.js';

const PRESETS = {
  chaos: 'Callbacks twice, early, out of order, some lost',
  disorder: 'As chaos, but nothing is lost and all is repeated',
  flaky: 'A service that is slow, throttles and breaks down',
  forgery: 'Every kind of bad token',
};
const FAILURES = [['429', '429 Too many requests'], ['500', '500 Server error'], ['503', '503 Unavailable'], ['reset', 'Connection reset'],
  ['halfBody', 'Half an answer'], ['slow', 'Slow answer']];
const KEYS = [['up', 'are served'], ['down', 'answer 503'], ['refused', 'refuse connections']];

/** What goes wrong on purpose: presets, and rules one by one. */
export async function openFaults(onChange) {
  const answers = await attempt(() => Promise.all([api.faults(), api.faultChoices()]));
  if (!answers) {
    return;
  }
  let now = answers[0];
  const choices = answers[1];
  const active = el('ul.rules', { 'aria-label': 'What is on' });
  const raw = el('textarea', { rows: '8', spellcheck: 'false', 'aria-label': 'Faults as JSON' });
  const keys = choice(KEYS, now.keys ?? 'up', { onchange: () => put({ ...now, keys: keys.value }) });
  openDialog('Faults',
    el('div.presets', { role: 'group', 'aria-label': 'Presets' },
      el('button.preset', { type: 'button', onclick: () => put({}) }, el('b', {}, 'All is well'), el('small', {}, 'Nothing goes wrong')),
      Object.keys(choices.presets).map(name => el('button.preset', { type: 'button', data: { preset: name }, onclick: () => put({ preset: name }) },
        el('b', {}, name), el('small', {}, PRESETS[name] ?? '')))),
    el('section', {}, el('h3', {}, 'What is on'), active),
    el('section', {}, el('h3', {}, 'Add a rule'), ruleForm(choices, (list, rule) => put(added(now, list, rule)))),
    el('section', {}, field('The keys of callback tokens', keys)),
    el('details', {}, el('summary', {}, 'As JSON'), raw,
      el('footer.dialog-foot', {}, el('button', { type: 'button', onclick: () => putText() }, 'Apply'))));
  show();

  function show() {
    const rules = ruleList(now);
    fill(active, rules.length === 0 ? el('li', {}, el('span', {}, 'Nothing goes wrong.')) : rules.map(({ text, without }) =>
      el('li', {}, el('span', {}, text), el('button.quiet', { type: 'button', 'aria-label': `Take away: ${text}`, onclick: () => put(without) }, icon('close')))));
    raw.value = JSON.stringify(now, null, 2);
    keys.value = now.keys ?? 'up';
    onChange(rules.length);
  }

  function put(settings) {
    return attempt(async () => {
      now = await api.setFaults(settings);
      show();
      toast(ruleList(now).length === 0 ? 'Nothing goes wrong from now on.' : 'Faults are on.', 'good');
    });
  }

  function putText() {
    return attempt(() => put(JSON.parse(raw.value)));
  }
}

/** How many rules are on, for the button that opens the dialog. */
export function countOf(faults) {
  return ruleList(faults).length;
}

function added(now, list, rule) {
  if (list === 'eventGrid') {
    return { ...now, eventGrid: { ...now.eventGrid, ...rule } };
  }
  return { ...now, [list]: [...(now[list] ?? []), rule] };
}

function ruleList(now) {
  const without = (list, index) => ({ ...now, [list]: now[list].filter((one, at) => at !== index) });
  const all = [];
  (now.callbacks ?? []).forEach((rule, index) => all.push({ text: `${rule.event ?? 'Every callback'}: ${chances(rule)}`, without: without('callbacks', index) }));
  (now.rest ?? []).forEach((rule, index) => all.push({ text: `${rule.operation ?? 'Every request'}: ${failure(rule)}`, without: without('rest', index) }));
  const { eventGrid, ...noGrid } = now;
  const { retry, ...noRetry } = now;
  const { keys, ...noKeys } = now;
  eventGrid && all.push({ text: `Event Grid: ${chances(eventGrid) || 'repeated'}`, without: noGrid });
  retry && all.push({ text: `Callbacks that are not taken are tried ${retry.attempts} times`, without: noRetry });
  keys && all.push({ text: `Keys of tokens: ${keys}`, without: noKeys });
  return all;
}

function chances(rule) {
  const { event, delayMs, waitMs, staleMs, times, retry, ...faults } = rule;
  const list = Object.entries(faults).map(([name, chance]) => (chance >= 1 ? `${name} always` : `${name} ${percent(chance)}`)).join(', ');
  return list + (times !== undefined ? `, ${times} more times` : '') + ('late' in faults && delayMs !== undefined ? `, ${delayMs} ms` : '');
}

function failure(rule) {
  const what = rule.status ? `answers ${rule.status}` : rule.reset ? 'connection reset' : rule.halfBody ? 'half an answer' : `${rule.delayMs} ms late`;
  return [what, rule.probability < 1 && percent(rule.probability), rule.times !== undefined && `${rule.times} more times`].filter(Boolean).join(', ');
}

/** Three sorts of rules; what does not belong to the chosen sort is hidden. */
function ruleForm(choices, add) {
  const sort = choice([['callbacks', 'Callback'], ['rest', 'Request'], ['eventGrid', 'Event Grid']], 'callbacks', { onchange: () => sorted() });
  const event = choice([['', 'every event'], ...choices.events.map(name => [name, name])], '');
  const fault = choice(choices.callbacks.map(name => [name, name]), 'twice');
  const gridFault = choice(choices.eventGrid.map(name => [name, name]), 'stale');
  const operation = choice([['', 'every operation'], ...choices.operations.map(name => [name, name])], '');
  const failing = choice(FAILURES, '503');
  const chance = numberInput({ value: '100', min: '1', max: '100', required: true });
  const times = numberInput({ placeholder: 'always', min: '1' });
  const delay = numberInput({ placeholder: '500' });
  const fields = {
    callbacks: [field('Event', event), field('Fault', fault)], rest: [field('Operation', operation), field('Failure', failing)],
    eventGrid: [field('Fault', gridFault)],
  };
  const form = el('form', { onsubmit: submitted => { submitted.preventDefault(); submit(); } },
    el('div.pair', {}, field('Sort', sort), Object.values(fields).flat()),
    el('div.pair', {}, field('Chance (%)', chance), field('At most (times)', times), field('Delay (ms)', delay)),
    el('footer.dialog-foot', {}, el('button', { type: 'submit' }, 'Add the rule')));
  sorted();
  return form;

  function sorted() {
    Object.entries(fields).forEach(([name, all]) => all.forEach(one => { one.hidden = name !== sort.value; }));
  }

  function submit() {
    const share = Number(chance.value) / 100;
    const common = { times: whole(times) };
    const late = whole(delay);
    add(sort.value, {
      callbacks: () => ({ ...common, event: event.value || undefined, [fault.value]: share, delayMs: fault.value === 'late' ? late : undefined }),
      eventGrid: () => ({ ...common, [gridFault.value]: share, delayMs: gridFault.value === 'late' ? late : undefined }),
      rest: () => ({ ...common, operation: operation.value || undefined, probability: share, ...restFailure(failing.value, late) }),
    }[sort.value]());
  }
}

function restFailure(name, late) {
  if (name === 'slow') {
    return { delayMs: late ?? 500 };
  }
  return /^\d/.test(name) ? { status: Number(name), delayMs: late } : { [name]: true, delayMs: late };
}
