// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

/*
 * Makes elements. Text goes in as text and nowhere as markup, so that nothing a caller is named can become code.
 */

const SVG = 'http://www.w3.org/2000/svg';

/** An HTML element: `el('button.primary', { type: 'button', onclick }, 'Save')`. */
export function el(name, properties = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  return dress(document.createElement(tag), classes, properties, children);
}

/** An SVG element. */
export function svg(name, properties = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  return dress(document.createElementNS(SVG, tag), classes, properties, children);
}

/** Replaces what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(present));
  return element;
}

/** Has an element hold these children, and touches none that stands where it should: focus and place stay. */
export function arrange(element, children) {
  const wanted = new Set(children);
  [...element.children].filter(child => !wanted.has(child)).forEach(child => child.remove());
  let next = element.firstElementChild;
  for (const child of children) {
    if (child === next) {
      next = next.nextElementSibling;
    } else {
      element.insertBefore(child, next);
    }
  }
}

/** Does something a moment later, however often it is asked for; rarely enough to leave time for the rest. */
export function paced(work, pauseMillis = 120) {
  let planned = false;
  return () => {
    if (!planned) {
      planned = true;
      setTimeout(() => requestAnimationFrame(() => {
        planned = false;
        work();
      }), pauseMillis);
    }
  };
}

function dress(element, classes, properties, children) {
  if (classes.length > 0) {
    element.setAttribute('class', classes.join(' '));
  }
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (key === 'data') {
      Object.assign(element.dataset, value);
    } else if (value === true) {
      element.setAttribute(key, '');
    } else if (present(value)) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.flat(Infinity).filter(present));
  return element;
}

function present(value) {
  return value !== null && value !== undefined && value !== false;
}
