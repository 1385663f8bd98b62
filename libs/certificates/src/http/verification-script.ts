/**
 * What the page does besides, in a browser that runs it (≤ 2 kB): the chosen PDF is hashed there, its number is read
 * from it, and both are asked about. Nothing of the file is sent.
 */
export const verificationScript = `(() => {
  'use strict';
  const at = (id) => document.getElementById(id);
  const [form, box, pdf, failed] = ['check', 'file', 'pdf', 'unreadable'].map(at);
  if (!form || !box || !window.crypto || !crypto.subtle) return;
  box.hidden = false;
  pdf.addEventListener('change', async () => {
    const [file] = pdf.files;
    if (!file) return;
    failed.hidden = true;
    try {
      const bytes = await file.arrayBuffer();
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const text = new TextDecoder('latin1').decode(bytes);
      const found = /\\/v\\/([0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z])/.exec(text);
      at('sha256').value = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
      at('no').value = (found && found[1]) || at('no').value || form.dataset.number || '';
      if (at('no').value) form.submit();
      else at('no').focus();
    } catch {
      failed.hidden = false;
    }
  });
})();
`;
