import { useQuery } from '@tanstack/preact-query';
import type { PreviewView } from '../../../../../libs/deliveries/src/http/preview.dto';
import { get, send } from '../../api/client';

/** From whom to whom, as `GET /feeds` has it. */
export interface Feed {
  readonly id: string;
  readonly organiserOrgNo: string;
  readonly recipientOrgNo: string;
  readonly lastSeq: number;
  readonly classIds: readonly string[];
  readonly commentDays: number;
  readonly approval: 'TWO_WHEN_LOWERING' | 'ALWAYS_TWO';
}

export const useFeeds = () =>
  useQuery({ queryKey: ['deliveries', 'feeds'], queryFn: () => get<{ readonly data: readonly Feed[] }>('/feeds') });

/** What would leave to the recipient now. */
export const useExportPreview = (recipientOrgNo: string | undefined) =>
  useQuery({
    queryKey: ['deliveries', 'preview', recipientOrgNo],
    queryFn: () => send<PreviewView>('/export-previews', { json: { recipientOrgNo } }),
    enabled: recipientOrgNo !== undefined,
  });
