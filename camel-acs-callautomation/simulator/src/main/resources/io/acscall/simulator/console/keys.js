// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

/**
 * A list that takes one stop of the Tab key: the arrow keys, Home and End move in it.
 *
 * @param container the element around the items
 * @param selector  finds the items
 */
export function rove(container, selector) {
  container.addEventListener('keydown', event => {
    const items = [...container.querySelectorAll(selector)];
    const at = items.indexOf(event.target.closest(selector));
    const to = target(event.key, at, items.length);
    if (to !== null && at >= 0) {
      event.preventDefault();
      focus(items, to);
    }
  });
  container.addEventListener('focusin', event => {
    const item = event.target.closest(selector);
    if (item) {
      container.querySelectorAll(`${selector}[tabindex="0"]`).forEach(other => other.setAttribute('tabindex', '-1'));
      item.setAttribute('tabindex', '0');
    }
  });
}

/** Sees to it that exactly one item can be reached by Tab. */
export function reachable(container, selector, preferLast = false) {
  const items = [...container.querySelectorAll(selector)];
  const current = items.filter(item => item.getAttribute('tabindex') === '0');
  if (current.length !== 1 && items.length > 0) {
    current.forEach(item => item.setAttribute('tabindex', '-1'));
    items.at(preferLast ? -1 : 0).setAttribute('tabindex', '0');
  }
}

function focus(items, index) {
  items[index].focus();
  items[index].scrollIntoView({ block: 'nearest' });
}

function target(key, at, count) {
  switch (key) {
    case 'ArrowDown': return Math.min(count - 1, at + 1);
    case 'ArrowUp': return Math.max(0, at - 1);
    case 'Home': return 0;
    case 'End': return count - 1;
    default: return null;
  }
}
