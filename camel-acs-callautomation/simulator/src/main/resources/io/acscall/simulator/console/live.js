// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

const KINDS = ['request', 'response', 'callback', 'eventGrid', 'person', 'note'];
const AGAIN_MILLIS = 1500;

/**
 * Reads the timeline as it grows, for as long as somebody can see the page: browsers allow few connections to one host,
 * and a page in the background would keep one from the others. The browser comes back by itself after a lost connection,
 * and names the last entry it has; when it gives up, so do we not.
 *
 * @param newest  how far back it goes at first
 * @param told    begin(run), entry(entry), online(whether)
 */
export function follow(newest, told) {
  let source = null;
  const open = () => {
    if (source === null && !document.hidden) {
      source = connect(newest, told, () => {
        close();
        setTimeout(open, AGAIN_MILLIS);
      });
    }
  };
  const close = () => {
    source?.close();
    source = null;
  };
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', open);
  open();
}

function connect(newest, told, onGivenUp) {
  const source = new EventSource(`/simulator/timeline?newest=${newest}`);
  source.addEventListener('begin', message => {
    told.online(true);
    told.begin(JSON.parse(message.data).run);
  });
  for (const kind of KINDS) {
    source.addEventListener(kind, message => told.entry(JSON.parse(message.data)));
  }
  source.addEventListener('error', () => {
    told.online(false);
    if (source.readyState === EventSource.CLOSED) {
      onGivenUp();
    }
  });
  return source;
}
