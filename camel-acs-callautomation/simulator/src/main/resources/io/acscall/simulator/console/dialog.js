// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import { el } from './dom.js';
import { icon } from './icons.js';

let count = 0;

/**
 * Opens a dialog over the page. Esc and the cross close it, and focus goes back to where it was.
 *
 * @param name     of the dialog
 * @param content  its elements
 * @return         `{ close }`
 */
export function openDialog(name, ...content) {
  const id = `dialog-${count += 1}`;
  const back = document.activeElement;
  const dialog = el('dialog', { 'aria-labelledby': id },
    el('header.dialog-head', {}, el('h2', { id }, name),
      el('button.quiet', { type: 'button', 'aria-label': 'Close', onclick: () => dialog.close() }, icon('close'))),
    el('div.dialog-body', {}, content));
  dialog.addEventListener('close', () => {
    dialog.remove();
    back?.focus();
  });
  dialog.addEventListener('click', event => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector('.dialog-body :is(input, select, textarea, button)')?.focus();
  return { close: () => dialog.close() };
}

/** A labelled field. */
export function field(label, input, hint) {
  return el('label.field', {}, el('span', {}, label), input, hint && el('small', {}, hint));
}

/** A choice of one. */
export function choice(options, chosen, properties = {}) {
  return el('select', properties, options.map(([value, text]) => el('option', { value, selected: value === chosen }, text)));
}

/** A whole number of 0 or more, or undefined when nothing is written. */
export function whole(input) {
  return input.value.trim() === '' ? undefined : Number(input.value);
}

/** Numbers are typed into this. */
export function numberInput(properties) {
  return el('input', { type: 'number', min: '0', step: '1', inputmode: 'numeric', ...properties });
}
