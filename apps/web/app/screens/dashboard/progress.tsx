import { Link } from 'wouter-preact';
import type { Overview } from '../../../../api/src/overview/overview';
import { Bar } from '../../kit/bar';
import { dayAndTime, number } from '../../kit/dates';
import { Card } from './card';
import { t } from './dashboard-texts';

/** How far those that are taught have come. */
export const Running = ({ overview: { attendance = [], courses = [] } }: { readonly overview: Overview }) => (
  <Card title={t.running}>
    {attendance.length + courses.length === 0 && <p class="ds-paragraph">{t.noneRunning}</p>}
    <ul class="bars">
      {attendance.map(({ code, met, safe, atRisk, impossible }) => {
        const all = met + safe + atRisk + impossible;
        return (
          <li key={code}>
            <Link class="ds-link" href={`/klasser?kull=${encodeURIComponent(code)}`}>
              {code}
            </Link>
            <span>{t.onTheWay(number(met + safe), number(all))}</span>
            <Bar part={met + safe} whole={all} />
          </li>
        );
      })}
      {courses.map(({ code, awarded, participants }) => (
        <li key={code}>
          <Link class="ds-link" href={`/poeng/${encodeURIComponent(code)}`}>
            {code}
          </Link>
          <span>{t.awarded(number(awarded), number(participants))}</span>
          <Bar part={awarded} whole={participants} />
        </li>
      ))}
    </ul>
  </Card>
);

/** What has been issued and delivered. */
export const Delivered = ({ overview: { certificates, deliveries = [] } }: { readonly overview: Overview }) => (
  <Card title={t.delivered}>
    {certificates && certificates.issued > 0 ? (
      <p class="ds-paragraph">
        <Link class="ds-link" href="/bevis">
          {t.certificates(number(certificates.issued), number(certificates.replaced), number(certificates.revoked))}
        </Link>
      </p>
    ) : (
      <p class="ds-paragraph">{t.noCertificates}</p>
    )}
    {deliveries.length === 0 && <p class="ds-paragraph">{t.noDeliveries}</p>}
    <ul class="queue">
      {deliveries.slice(0, 5).map(({ sequence, lines, points, at }) => (
        <li key={sequence}>
          <span class="when">{dayAndTime(at)}</span>
          <Link class="ds-link" href="/leveringer">
            {String(sequence).padStart(6, '0')}
          </Link>
          <span>{t.lines(number(lines), number(points))}</span>
        </li>
      ))}
    </ul>
  </Card>
);
