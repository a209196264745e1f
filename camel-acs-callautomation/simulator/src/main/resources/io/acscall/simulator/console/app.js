// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import { mountActivity } from './activity.js';
import { mountCall } from './call.js';
import { mountCalls } from './calls.js';
import { Inspector } from './inspector.js';
import { Model } from './model.js';
import { announce, toast } from './tell.js';
import { startTheme } from './theme.js';
import { mountTools } from './tools.js';
import { sentence } from './arrows.js';

const byId = id => document.getElementById(id);

startTheme();
const model = new Model();
const inspector = new Inspector(byId('inspector'), byId('shell'));
const place = id => { location.hash = id ? `#/calls/${encodeURIComponent(id)}` : '#/'; };

mountTools(byId('tools'), model, place);
mountCalls({ filter: byId('calls-filter'), list: byId('calls-list'), count: byId('calls-count') }, model);
const showCall = mountCall(model, inspector, () => place(null));
const showActivity = mountActivity(model, inspector, place);

/** The address says what is looked at, so that the browser's back key works and a call can be linked to. */
function route() {
  const match = /^#\/calls\/(.+)$/.exec(location.hash);
  const id = match ? decodeURIComponent(match[1]) : null;
  const all = location.hash === '#/activity';
  inspector.close();
  byId('shell').dataset.view = id || all ? 'main' : 'list';
  model.look(id);
  byId('main').replaceChildren(id ? showCall() : showActivity());
  byId('main').setAttribute('aria-label', id ? 'Open call' : 'All activity');
}

function showStatus() {
  const status = byId('status');
  status.dataset.state = model.online ? 'live' : 'lost';
  status.textContent = model.online ? 'Live' : 'Reconnecting';
}

model.addEventListener('online', showStatus);
model.addEventListener('begin', ({ detail }) => {
  if (!detail.first) {
    toast(detail.reset ? 'The simulator was reset.' : 'The simulator was restarted.');
    place(null);
    route();
  }
});
model.addEventListener('entry', ({ detail }) => announce(sentence(detail)));

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && !document.querySelector('dialog[open]')) {
    inspector.shown ? inspector.close(true) : leave(event);
  } else if (event.key === '/' && !event.target.closest('input, textarea, select, dialog')) {
    event.preventDefault();
    byId('shell').dataset.view = 'list';
    byId('calls-filter').querySelector('input').focus();
  }
});

/** Esc in an open call goes back to the list, to the call that was open. */
function leave(event) {
  if (event.target.closest('main')) {
    const list = byId('calls-list');
    (list.querySelector('[aria-current="true"]') ?? list.querySelector('a')).focus();
  }
}

window.addEventListener('hashchange', route);
route();
model.start();
