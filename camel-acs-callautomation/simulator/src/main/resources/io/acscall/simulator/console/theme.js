// Licensed under the Apache License, Version 2.0; see LICENSE in the jar or in the repository.

const KEY = 'acs-call-theme';
const NAMES = { system: 'System', light: 'Light', dark: 'Dark' };

function stored() {
  try {
    const theme = localStorage.getItem(KEY);
    return theme in NAMES ? theme : 'system';
  } catch {
    return 'system';
  }
}

function apply(theme) {
  if (theme === 'system') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
}

/** Takes up the theme that was chosen last. */
export function startTheme() {
  apply(stored());
}

/** The name of the theme in force. */
export function themeName() {
  return NAMES[stored()];
}

/** Goes to the next theme: system, light, dark. */
export function nextTheme() {
  const all = Object.keys(NAMES);
  const next = all[(all.indexOf(stored()) + 1) % all.length];
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Then it lasts as long as the page.
  }
  apply(next);
  return NAMES[next];
}
