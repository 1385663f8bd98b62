import { t } from './texts';

interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): Promise<unknown>;
}

/** The way to what is older, as long as there is some. */
export const More = ({ of: { hasNextPage, isFetchingNextPage, fetchNextPage } }: { readonly of: Paged }) =>
  hasNextPage ? (
    <button
      type="button"
      class="ds-button"
      data-variant="secondary"
      disabled={isFetchingNextPage}
      onClick={() => void fetchNextPage()}
    >
      {t.more}
    </button>
  ) : null;
