import { said } from '@kull/http';
import type { Language } from '@kull/kernel';
import encodeQR from 'qr';

const alternative = said(
  'QR-kode som skannes ved døren',
  'QR-kode som blir skanna ved døra',
  'QR code to be scanned at the door',
);

/** The code as a picture: dark on white with a quiet zone, and words for who cannot see it (ux.md, QR). */
export const doorCodePicture = (code: string, language: Language): string => {
  const svg = encodeQR(code, 'svg', { ecc: 'medium', border: 4 });
  const [, side, drawing] = /^<svg viewBox="0 0 (\d+) \d+"[^>]*>(.*)<\/svg>$/s.exec(svg) ?? [];
  if (!side || !drawing) throw new Error('the QR code was not drawn as expected');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" aria-labelledby="t">`,
    `<title id="t">${alternative[language]}</title>`,
    `<path fill="#fff" d="M0 0h${side}v${side}H0Z"/><g fill="#000" shape-rendering="crispEdges">${drawing}</g></svg>`,
  ].join('');
};
