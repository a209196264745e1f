// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

import * as api from './api.js';
import { follow } from './live.js';

const MOST_CALLS = 200;
const MOST_ACTIVITY = 300;
const MOST_ENTRIES = 2000;
const REST_MILLIS = 250;
const PATIENCE_MILLIS = 40_000;

/**
 * What the console knows. It hears of every entry at once, and asks for what calls look like a moment later, all changes
 * together. Events: `online`, `begin`, `entry`, `calls`, `open`, `entries`, `activity`.
 */
export class Model extends EventTarget {
  calls = [];
  activity = [];
  online = null;
  /** The call that is looked at: `{ id, call, gone, entries }`, or null. */
  open = null;
  #run = null;
  #timer = null;
  #busy = false;
  #lasted = 0;

  start() {
    follow(MOST_ACTIVITY, {
      online: online => this.#setOnline(online),
      begin: run => this.#begin(run),
      entry: entry => this.#entry(entry),
    });
  }

  /** Looks at a call, or at none. */
  async look(id) {
    this.open = id ? { id, call: this.calls.find(call => call.callId === id) ?? null, gone: false, entries: [] } : null;
    this.#tell('open');
    if (id) {
      await this.#load(this.open);
      this.soon();
    }
  }

  /** Has the calls asked for soon. */
  soon() {
    this.#timer ??= setTimeout(() => this.#refresh(), Math.max(REST_MILLIS, this.#lasted * 4));
  }

  #setOnline(online) {
    if (this.online !== online) {
      this.online = online;
      this.#tell('online');
    }
  }

  #begin(run) {
    const former = this.#run;
    this.#run = run;
    if (former !== run) {
      this.calls = [];
      this.activity = [];
      if (former !== null) {
        this.open = null;
      }
      const reset = former !== null && former.split('.')[0] === run.split('.')[0];
      this.#tell('begin', { first: former === null, reset });
      this.#tell('activity');
      this.#tell('calls');
    } else if (this.open) {
      this.#load(this.open);
    }
    this.soon();
  }

  #entry(entry) {
    const known = this.activity.length > 0 && this.activity[this.activity.length - 1].seq >= entry.seq;
    if (known) {
      return;
    }
    this.activity.push(entry);
    if (this.activity.length > MOST_ACTIVITY) {
      this.activity.shift();
    }
    this.#tell('activity');
    if (this.open && entry.callId === this.open.id) {
      this.#keep(this.open, [entry]);
      this.#tell('entry', entry);
    }
    this.soon();
  }

  async #refresh() {
    this.#timer = null;
    if (this.#busy) {
      this.soon();
      return;
    }
    this.#busy = true;
    const began = performance.now();
    try {
      this.calls = (await api.calls(MOST_CALLS)).reverse();
      this.#tell('calls');
      await this.#refreshOpen();
    } catch {
      // It is not there now; the stream says when it is back.
    } finally {
      this.#busy = false;
      this.#lasted = performance.now() - began;
    }
  }

  async #refreshOpen() {
    const open = this.open;
    if (!open) {
      return;
    }
    const found = this.calls.find(call => call.callId === open.id);
    try {
      open.call = found ?? await api.call(open.id);
      open.gone = false;
    } catch (error) {
      open.gone = error.status === 404;
    }
    this.#tell('open');
    if (open.entries.some(unanswered)) {
      await this.#load(open);
      if (open.entries.some(unanswered)) {
        this.soon();
      }
    }
  }

  async #load(open) {
    try {
      const entries = await api.entriesOf(open.id, MOST_ENTRIES);
      if (this.open === open) {
        this.#keep(open, entries);
      }
    } catch {
      // As above.
    }
  }

  /** Entries may come twice, first by the stream and then with the status that they got later. */
  #keep(open, entries) {
    const bySeq = new Map(open.entries.map(entry => [entry.seq, entry]));
    entries.forEach(entry => bySeq.set(entry.seq, entry));
    open.entries = [...bySeq.values()].sort((one, other) => one.seq - other.seq).slice(-MOST_ENTRIES);
    this.#tell('entries');
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** A callback or delivery whose answer is still awaited. */
function unanswered(entry) {
  return (entry.kind === 'callback' || entry.kind === 'eventGrid') && entry.status === undefined
    && Date.now() - Date.parse(entry.time) < PATIENCE_MILLIS;
}
