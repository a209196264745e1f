// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

// The cards as the server sends them, and two buttons. What people or the CRM say is put in as text, never as HTML.

const list = document.getElementById('cards');
const template = document.getElementById('card');
const announcer = document.getElementById('announcer');
const status = document.getElementById('status');
const shown = new Map();
let me = '';

const stream = new EventSource('/agent/events');
stream.addEventListener('open', () => { status.textContent = 'Live'; });
stream.addEventListener('error', () => {
  status.textContent = 'Connecting again';
  if (stream.readyState === EventSource.CLOSED) {
    // refused, not lost: the browser does not try again by itself
    status.textContent = 'Not connected. Please load the page again.';
  }
});
stream.addEventListener('me', event => {
  me = JSON.parse(event.data).name;
  document.getElementById('me').textContent = me;
});
stream.addEventListener('cards', event => show(JSON.parse(event.data)));

function show(cards) {
  const ids = new Set(cards.map(card => card.id));
  for (const [id, element] of shown) {
    if (!ids.has(id)) {
      close(id, element);
    }
  }
  cards.forEach(card => update(shown.get(card.id) ?? open(card), card));
  document.getElementById('nobody').hidden = cards.length > 0;
  document.title = cards.length > 0 ? `(${cards.length}) Calls` : 'Calls';
}

function open(card) {
  const element = template.content.firstElementChild.cloneNode(true);
  element.dataset.card = card.id;
  element.querySelector('h2').id = `name-${card.id}`;
  for (const action of ['accept', 'done']) {
    const button = element.querySelector(`.${action}`);
    button.setAttribute('aria-describedby', `name-${card.id}`);
    button.addEventListener('click', () => send(action, card.id, button));
  }
  shown.set(card.id, element);
  list.append(element);
  return element;
}

function close(id, element) {
  const name = element.querySelector('.name').textContent;
  const focused = element.contains(document.activeElement);
  element.remove();
  shown.delete(id);
  announcer.textContent = `${name}: closed`;
  if (focused) {
    // who uses the keyboard is not sent back to the top
    list.querySelector('button:not([hidden])')?.focus();
  }
}

function update(element, card) {
  const customer = read(card);
  const state = describe(card);
  write(element, '.name', name(customer, card));
  write(element, '.phone', `${card.phone}, since ${new Date(card.since * 1000).toLocaleTimeString()}`);
  write(element, '.note', [crm(card), card.note].filter(Boolean).join('. '));
  if (write(element, '.state', state)) {
    announcer.textContent = `${name(customer, card)}: ${state}`;
  }
  element.dataset.status = card.status;
  items(element.querySelector('.orders'), customer.orders, order => `${order?.number}: ${order?.what} (${order?.status})`);
  items(element.querySelector('.notes'), customer.notes, note => note);
  element.querySelector('.accept').hidden = card.status !== 'WAITING';
  element.querySelector('.done').hidden = card.status !== 'ANSWERED' || card.agent !== me;
}

function read(card) {
  try {
    return JSON.parse(card.customer) ?? {};
  } catch {
    return {};
  }
}

function name(customer, card) {
  return customer.name ? String(customer.name) : who(card);
}

function who(card) {
  return card.phone.startsWith('+') ? card.phone : 'Number hidden';
}

function crm(card) {
  return {
    ASKED: 'The CRM is being asked',
    UNKNOWN: 'Not in the CRM',
    DOWN: 'The CRM does not answer'
  }[card.crm];
}

function describe(card) {
  const agent = card.agent === me ? 'your phone' : card.agent;
  return {
    WAITING: 'waits',
    RINGING: `rings at ${agent}`,
    ANSWERED: `talks on ${card.agent === me ? agent : `the phone of ${agent}`}`
  }[card.status];
}

/** Whether that is new. */
function write(element, css, text) {
  const target = element.querySelector(css);
  const isNew = target.textContent !== text;
  if (isNew) {
    target.textContent = text;
  }
  return isNew;
}

function items(section, values, text) {
  const lines = (Array.isArray(values) ? values : []).map(value => String(text(value)));
  section.hidden = lines.length === 0;
  const ul = section.querySelector('ul');
  if ([...ul.children].map(li => li.textContent).join('\n') !== lines.join('\n')) {
    ul.replaceChildren(...lines.map(line => {
      const li = document.createElement('li');
      li.textContent = line;
      return li;
    }));
  }
}

async function send(action, card, button) {
  button.disabled = true;
  try {
    const answer = await fetch(`/agent/${action}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ card })
    });
    announcer.textContent = answer.ok ? '' : answer.status === 409
      ? 'Somebody else was quicker, or another phone of yours rings' : `That did not work (${answer.status})`;
  } catch {
    announcer.textContent = 'That did not work: the server is not there';
  } finally {
    button.disabled = false;
  }
}
