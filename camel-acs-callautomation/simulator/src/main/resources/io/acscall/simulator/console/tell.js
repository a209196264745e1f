// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import { el, fill } from './dom.js';

const TOAST_MILLIS = 5000;
const PAUSE_MILLIS = 900;
const MOST_TOASTS = 4;

let waiting = [];
let timer = null;

/** Shows a sentence for a while. */
export function toast(sentence, tone = 'plain') {
  const toasts = document.getElementById('toasts');
  const one = el('p.toast', { data: { tone } }, sentence);
  toasts.append(one);
  while (toasts.children.length > MOST_TOASTS) {
    toasts.firstElementChild.remove();
  }
  setTimeout(() => one.remove(), TOAST_MILLIS);
}

/** Tells screen readers; what comes close together is told together, so that nobody is talked over. */
export function announce(sentence) {
  waiting.push(sentence);
  timer ??= setTimeout(() => {
    const text = waiting.length <= 3 ? waiting.join('. ') : `${waiting.length} new events, the last: ${waiting.at(-1)}`;
    fill(document.getElementById('announcer'), text);
    waiting = [];
    timer = null;
  }, PAUSE_MILLIS);
}

/** Does something and shows why, when it is refused. */
export async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    toast(error.message, 'bad');
    return undefined;
  }
}

/** Puts a text on the clipboard. */
export function copy(text) {
  return attempt(async () => {
    await navigator.clipboard.writeText(text);
    toast('Copied.');
  });
}
