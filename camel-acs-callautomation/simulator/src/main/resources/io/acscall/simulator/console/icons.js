// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import { svg } from './dom.js';

/* Drawn on a grid of 16 by 16, with strokes that take the colour of the text. */
const PATHS = {
  call: 'M3 2.5h2.4l1 3-1.5 1.1a8 8 0 0 0 4.5 4.5l1.1-1.5 3 1V13a1 1 0 0 1-1 1C7 14 2 9 2 3.5a1 1 0 0 1 1-1Z',
  people: 'M6 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM1.5 13.5c.4-2.5 2.1-4 4.5-4s4.1 1.5 4.5 4M11 3.400a2.4 2.4 0 0 1 0 4.400M12 9.800c1.4.5 2.3 1.8 2.5 3.7',
  bolt: 'M9 1.8 3.5 9H8l-1 5.200L12.5 7H8l1-5.200Z',
  plug: 'M5.5 1.800v3M10.5 1.800v3M3.5 4.800h9v2.700a4.5 4.5 0 0 1-9 0V4.800ZM8 12v2.5',
  replay: 'M5 3v10l8-5-8-5Z',
  reset: 'M2.5 8a5.5 5.5 0 1 0 1.8-4.100M4.5 1.5v2.700h2.7',
  theme: 'M8 2a6 6 0 1 0 0 12V2ZM8 2a6 6 0 0 1 0 12',
  back: 'M9.5 3 4.5 8l5 5',
  close: 'm3.5 3.5 9 9M12.5 3.5l-9 9',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8v-8Z',
  save: 'M8 2v7.5M4.8 6.5 8 9.700l3.2-3.200M2.5 12v1.5h11V12',
  keypad: 'M4 4h.01M8 4h.01M12 4h.01M4 8h.01M8 8h.01M12 8h.01M4 12h.01M8 12h.01M12 12h.01',
  speak: 'M2.5 3h11v7.5H7.5L4.5 13v-2.5h-2V3Z',
  hold: 'M5.5 3.5v9M10.5 3.5v9',
  hangUp: 'M1.8 9.5c3.4-3.7 9-3.7 12.4 0l-1.5 1.9-2.5-1.100V8.5a7 7 0 0 0-4.4 0v1.800l-2.5 1.1-1.5-1.900Z',
  answer: 'm3 8.5 3.2 3.200L13 4.8',
  incoming: 'M12.5 3.5l-8.5 8.5M4 6v6h6',
  outgoing: 'M3.5 12.5 12 4M6 4h6v6',
  between: 'M2 6h11M10.5 3.5 13 6l-2.5 2.5M14 11H3M5.5 8.5 3 11l2.5 2.5',
  list: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  mute: 'M6 2.5h4v5a2 2 0 0 1-4 0v-5ZM3.5 7.5a4.5 4.5 0 0 0 9 0M8 12v2M2.5 2.5l11 11',
};

/** An icon beside a text that says the same, so screen readers pass it over. */
export function icon(name) {
  return svg('svg.icon', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, svg('path', { d: PATHS[name] }));
}
