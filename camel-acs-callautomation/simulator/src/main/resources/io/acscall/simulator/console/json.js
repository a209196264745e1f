// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import { el } from './dom.js';

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g;

/** JSON, indented, with its parts told apart by colour. */
export function json(value) {
  const text = JSON.stringify(value, null, 2);
  const code = el('code');
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    code.append(text.slice(at, match.index));
    if (match[2] !== undefined) {
      code.append(el('span.j-name', {}, match[1]), match[2]);
    } else {
      code.append(el(`span.${kind(match)}`, {}, match[0]));
    }
    at = match.index + match[0].length;
  }
  code.append(text.slice(at));
  return el('pre.json', { tabindex: '0' }, code);
}

function kind(match) {
  return match[1] !== undefined ? 'j-text' : match[3] !== undefined ? 'j-word' : 'j-number';
}
