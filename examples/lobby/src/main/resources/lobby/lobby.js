// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

// The guests as the server sends them, and their buttons. What comes from callers is put in as text, never as HTML.

const list = document.getElementById('guests');
const template = document.getElementById('guest');
const announcer = document.getElementById('announcer');
const status = document.getElementById('status');
const shown = new Map();
let me = '';

const stream = new EventSource('/lobby/events');
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
stream.addEventListener('guests', event => show(JSON.parse(event.data)));
setInterval(() => shown.forEach(element => waited(element)), 1000);

function show(guests) {
  const ids = new Set(guests.map(guest => guest.id));
  for (const [id, element] of shown) {
    if (!ids.has(id)) {
      leave(id, element);
    }
  }
  guests.forEach(guest => update(shown.get(guest.id) ?? enter(guest), guest));
  const waiting = guests.filter(guest => guest.status === 'WAITING').length;
  document.getElementById('nobody').hidden = guests.length > 0;
  document.title = waiting > 0 ? `(${waiting}) Lobby` : 'Lobby';
}

function enter(guest) {
  const element = template.content.firstElementChild.cloneNode(true);
  element.dataset.guest = guest.id;
  element.dataset.since = guest.since;
  element.querySelector('h2').id = `name-${guest.id}`;
  for (const action of ['admit', 'turn-away', 'done']) {
    const button = element.querySelector(`.${action}`);
    button.setAttribute('aria-describedby', `name-${guest.id}`);
    button.addEventListener('click', () => send(action, guest.id, button));
  }
  shown.set(guest.id, element);
  list.append(element);
  return element;
}

function leave(id, element) {
  const name = element.querySelector('.name').textContent;
  const focused = element.contains(document.activeElement);
  element.remove();
  shown.delete(id);
  announcer.textContent = `${name}: gone`;
  if (focused) {
    // who uses the keyboard is not sent back to the top
    list.querySelector('button:not([hidden])')?.focus();
  }
}

function update(element, guest) {
  const name = guest.phone.startsWith('+') ? guest.phone : 'Number hidden';
  const state = describe(guest);
  element.dataset.status = guest.status;
  write(element, '.name', name);
  write(element, '.note', guest.note ?? '');
  waited(element);
  if (write(element, '.state', state)) {
    announcer.textContent = `${name}: ${state}`;
  }
  element.querySelector('.admit').hidden = guest.status !== 'WAITING';
  element.querySelector('.turn-away').hidden = guest.status !== 'WAITING';
  element.querySelector('.done').hidden = guest.status !== 'TICKET';
}

function describe(guest) {
  const agent = guest.agent === me ? 'you' : guest.agent;
  return {
    WAITING: 'waits',
    RINGING: guest.agent === me ? 'your phone rings' : `the phone of ${agent} rings`,
    MOVING: `comes to ${agent}`,
    TALKING: guest.agent === me ? 'talks to you' : `talks to ${agent}`,
    TICKET: 'was missed: please call back'
  }[guest.status];
}

/** How long ago somebody called; not read aloud each second. */
function waited(element) {
  const seconds = Math.max(0, Math.floor(Date.now() / 1000 - element.dataset.since));
  const rest = String(seconds % 60).padStart(2, '0');
  write(element, '.since', `${Math.floor(seconds / 60)}:${rest} ago`);
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

async function send(action, guest, button) {
  button.disabled = true;
  try {
    const answer = await fetch(`/lobby/${action}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ guest })
    });
    announcer.textContent = answer.ok ? '' : answer.status === 409
      ? 'Somebody else was quicker, or your phone rings already' : `That did not work (${answer.status})`;
  } catch {
    announcer.textContent = 'That did not work: the server is not there';
  } finally {
    button.disabled = false;
  }
}
