// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

/** What the control API answered when it did not do what was asked. */
export class RefusedError extends Error {
  constructor(status, answer) {
    super(answer?.error?.message ?? `The simulator answered with ${status}.`);
    this.status = status;
    this.answer = answer;
  }
}

const part = encodeURIComponent;

async function ask(method, path, body) {
  const hasBody = body !== undefined;
  const response = await fetch(`/simulator${path}`, {
    method,
    headers: hasBody ? { 'Content-Type': 'application/json' } : {},
    body: hasBody ? JSON.stringify(body) : undefined,
  });
  const text = await response.text();
  const answer = text === '' ? null : JSON.parse(text);
  if (!response.ok) {
    throw new RefusedError(response.status, answer);
  }
  return answer;
}

/* The control API: one function for each thing that the console does. */

export const calls = newest => ask('GET', `/calls?newest=${newest}`).then(answer => answer.calls);
export const call = id => ask('GET', `/calls/${part(id)}`);
export const entriesOf = (id, newest) =>
  ask('GET', `/timeline?callId=${part(id)}&newest=${newest}`).then(answer => answer.entries);
export const placeCall = request => ask('POST', '/incoming-calls', request);
export const act = (callId, rawId, action, body) =>
  ask('POST', `/calls/${part(callId)}/people/${part(rawId)}/${action}`, body ?? {});
export const people = newest => ask('GET', `/people?newest=${newest}`).then(answer => answer.people);
export const script = (name, behaviour) => ask('PUT', `/people/${part(name)}`, behaviour);
export const forget = name => ask('DELETE', `/people/${part(name)}`);
export const faults = () => ask('GET', '/faults');
export const setFaults = settings => ask('PUT', '/faults', settings);
export const faultChoices = () => ask('GET', '/faults/choices');
export const settings = () => ask('GET', '/settings');
export const eventGrid = () => ask('GET', '/event-grid');
export const subscribe = subscription => ask('PUT', '/event-grid', subscription);
export const reset = () => ask('POST', '/reset');
export const replay = recording => ask('POST', '/replays', { recording });
export const recordingOf = (id, includeTones) =>
  ask('GET', `/calls/${part(id)}/recording${includeTones ? '?includeTones=true' : ''}`);
