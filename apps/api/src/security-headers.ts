import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Our own pages: no script at all, styles and pictures from here, nothing inline. */
const PAGES = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Swagger UI: its script and its pictures (data: URLs in its style sheet), and calls to this service only. */
const DOCS = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': PAGES,
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
};

/** Those of a reply to which no hook comes. */
export const putSecurityHeaders = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.headers(HEADERS).header('X-Request-Id', request.id);

/** Puts the security headers on every reply, also on errors and unknown addresses (reliability.md S23). */
export const addSecurityHeaders = (fastify: FastifyInstance): void => {
  fastify.addHook('onRequest', async (request, reply) => {
    putSecurityHeaders(request, reply);
    if (request.url === '/api/docs' || request.url.startsWith('/api/docs/')) {
      reply.header('Content-Security-Policy', DOCS);
    }
  });
};
