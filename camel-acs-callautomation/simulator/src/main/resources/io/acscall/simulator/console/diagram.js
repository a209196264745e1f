// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import { arrow, sentence } from './arrows.js';
import { el, fill, svg } from './dom.js';
import { clock, cut, since, width } from './format.js';
import { reachable, rove } from './keys.js';
import { laneName, lanes } from './lanes.js';

const ROW = 36;
const NOTE_ROW = 30;
const TOP = 10;
const AT_ONCE = 300;
const HEAD = 6;

/**
 * A sequence diagram of entries: lifelines from left to right, time from top to bottom. It grows by drawing what is new;
 * only the newest few hundred are drawn until somebody asks for more.
 */
export class Diagram {
  #rows = new Map();
  #entries = [];
  #people = [];
  #most = AT_ONCE;
  #lanes = null;
  #selected = null;

  /** @param onSelect is told which entry somebody wants to see */
  constructor(onSelect) {
    this.onSelect = onSelect;
    this.heads = el('div.lane-heads', { 'aria-hidden': 'true' });
    this.earlier = el('button.earlier', { type: 'button', hidden: true, onclick: () => this.#more() });
    this.lines = svg('g.lifelines');
    this.arrows = svg('g.rows');
    this.picture = svg('svg.sequence', { role: 'group', 'aria-label': 'Sequence diagram; the arrow keys go through it, Enter shows the details' },
      this.lines, this.arrows);
    this.empty = el('p.diagram-empty');
    this.element = el('div.diagram', {}, this.heads, this.earlier, this.picture, this.empty);
    rove(this.arrows, '.row');
    this.observer = new ResizeObserver(() => this.#layOut());
    this.observer.observe(this.element);
  }

  /** Shows these entries; those that are shown already stay as they are. */
  show(entries, people, whenEmpty) {
    const follows = this.#atEnd();
    const samePeople = people.length === this.#people.length && people.every((one, index) => one === this.#people[index]);
    this.#entries = entries;
    this.#people = people;
    this.empty.textContent = entries.length === 0 ? whenEmpty : '';
    samePeople && this.#lanes ? this.#draw() : this.#layOut();
    if (follows) {
      this.#toEnd();
    }
  }

  /** Marks the entry whose details are shown; null for none. */
  select(seq) {
    this.#rows.get(this.#selected)?.element.setAttribute('aria-pressed', 'false');
    this.#selected = seq;
    this.#rows.get(seq)?.element.setAttribute('aria-pressed', 'true');
  }

  focus(seq) {
    this.#rows.get(seq)?.element.focus();
  }

  #more() {
    this.#most += AT_ONCE;
    this.#draw();
  }

  #layOut() {
    const available = this.element.clientWidth;
    if (available === 0) {
      return;
    }
    const focused = this.arrows.contains(document.activeElement) ? Number(document.activeElement.dataset.seq) : null;
    this.#lanes = lanes(this.#people, available);
    this.element.classList.toggle('narrow', this.#lanes.narrow);
    this.#rows.clear();
    this.arrows.replaceChildren();
    fill(this.heads, [...this.#lanes.all].map(([end, x]) => {
      const head = el('span.lane-head', { data: { lane: end === 'app' || end === 'service' ? end : 'person' }, title: end }, laneName(end));
      head.style.left = `${x}px`;
      return head;
    }));
    this.heads.style.width = `${this.#lanes.width}px`;
    this.#draw();
    this.focus(focused);
  }

  #draw() {
    if (!this.#lanes) {
      return;
    }
    const shown = this.#entries.slice(-this.#most);
    const hidden = this.#entries.length - shown.length;
    this.earlier.hidden = hidden === 0;
    this.earlier.textContent = `Show ${Math.min(hidden, AT_ONCE)} of ${hidden} earlier`;
    const wanted = new Set(shown.map(entry => entry.seq));
    [...this.#rows.keys()].filter(seq => !wanted.has(seq)).forEach(seq => this.#drop(seq));
    const beginning = this.#entries.length > 0 ? Date.parse(this.#entries[0].time) : 0;
    let y = TOP;
    let before = null;
    for (const entry of shown) {
      const element = this.#row(entry, beginning);
      if (element.previousElementSibling !== before || element.parentNode !== this.arrows) {
        before ? before.after(element) : this.arrows.prepend(element);
      }
      element.setAttribute('transform', `translate(0 ${y})`);
      before = element;
      y += height(entry);
    }
    this.#lifelines(y + TOP);
    reachable(this.arrows, '.row', true);
  }

  #drop(seq) {
    this.#rows.get(seq).element.remove();
    this.#rows.delete(seq);
  }

  #lifelines(bottom) {
    this.picture.setAttribute('width', this.#lanes.width);
    this.picture.setAttribute('height', bottom);
    this.lines.replaceChildren(...[...this.#lanes.all].map(([, x]) => svg('line', { x1: x, x2: x, y1: 0, y2: bottom })));
  }

  /** An entry is drawn anew when its status came. */
  #row(entry, beginning) {
    const look = `${entry.status}`;
    const drawn = this.#rows.get(entry.seq);
    if (drawn?.look === look) {
      return drawn.element;
    }
    const element = drawn?.element ?? svg('g.row', {
      role: 'button', tabindex: '-1', data: { seq: entry.seq, kind: entry.kind },
      onclick: () => this.onSelect(entry.seq),
      onkeydown: event => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          this.onSelect(entry.seq);
        }
      },
    });
    const model = arrow(entry);
    element.setAttribute('aria-label', `${clock(entry.time, true)} ${sentence(entry)}`);
    element.setAttribute('aria-pressed', String(entry.seq === this.#selected));
    element.dataset.tone = model.tone;
    element.replaceChildren(...this.#parts(entry, model, beginning));
    this.#rows.set(entry.seq, { element, look });
    return element;
  }

  #parts(entry, model, beginning) {
    const { narrow } = this.#lanes;
    const tall = height(entry);
    const parts = [svg('rect.row-back', { x: 2, y: 1, width: this.#lanes.width - 4, height: tall - 2, rx: 6 })];
    if (!narrow) {
      parts.push(svg('text.row-time', { x: 14, y: tall - 11 }, since(Date.parse(entry.time) - beginning)));
    }
    const from = this.#lanes.x(model.from);
    const to = this.#lanes.x(model.to);
    return parts.concat(from === to ? this.#note(entry, model, from) : this.#line(entry, model, from, to));
  }

  #line(entry, model, from, to) {
    const y = ROW - 9;
    const way = Math.sign(to - from);
    const tip = to - way * 1;
    const label = this.#label(entry, model, (from + to) / 2, Math.abs(to - from) - 18);
    return [
      svg('line.shaft', { x1: from, x2: tip - way * HEAD, y1: y, y2: y }),
      svg('path.tip', { d: `M${tip} ${y}l${-way * (HEAD + 2)} -4v8z` }),
      svg('circle.foot', { cx: from, cy: y, r: 2.5 }), label,
    ];
  }

  #note(entry, model, x) {
    const room = this.#lanes.width - 24;
    const label = this.#label(entry, model, x, room);
    const wide = Math.min(room, width(label.textContent) + 16);
    const left = this.#within(x, wide) - wide / 2;
    return [svg('rect.note', { x: left, y: 4, width: wide, height: NOTE_ROW - 8, rx: 5 }), label];
  }

  /** Above its arrow, in the middle; a label too long for that may stand over the edge of the lanes, not of the picture. */
  #label(entry, model, middle, gap) {
    const more = [model.more, entry.fault && `⚠ ${entry.fault}`].filter(Boolean).join('  ');
    const whole = this.#lanes.width - 16;
    const room = Math.max(gap, Math.min(whole, model.tone === 'note' ? whole : gap * 1.5));
    const label = cut(model.label, room - (more ? width(more) + 8 : 0));
    const wide = width(label) + (more ? width(more) + 6 : 0);
    return svg('text.label', { x: this.#within(middle, wide), y: model.tone === 'note' ? 19 : ROW - 16, 'text-anchor': 'middle' },
      svg('tspan.label-name', {}, label),
      model.more ? svg('tspan.label-more', { dx: 6 }, model.more) : null,
      entry.fault ? svg('tspan.label-fault', { dx: 6 }, `⚠ ${entry.fault}`) : null);
  }

  #within(middle, wide) {
    return Math.min(Math.max(middle, wide / 2 + 8), this.#lanes.width - wide / 2 - 8);
  }

  #scroller() {
    let one = this.element;
    while (one && one !== document.body && getComputedStyle(one).overflowY !== 'auto') {
      one = one.parentElement;
    }
    return one ?? document.documentElement;
  }

  #atEnd() {
    const scroller = this.#scroller();
    return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
  }

  #toEnd() {
    const scroller = this.#scroller();
    if (scroller === this.element) {
      scroller.scrollTop = scroller.scrollHeight;
    }
  }
}

function height(entry) {
  return entry.kind === 'note' ? NOTE_ROW : ROW;
}
