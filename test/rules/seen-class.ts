import type { CourseClient } from './course-client';

interface Award {
  readonly id: string;
  readonly studentNo: string;
  readonly pointsStatus: string | null;
  readonly pointsReasons: readonly string[];
}
interface Certificate {
  readonly certificateNo: string;
  readonly studentNo: string;
  readonly state: string;
}
interface Standing {
  readonly studentNo: string;
  readonly status: string;
  readonly source: string | null;
}

/** A class of the service, seen from outside. */
export class SeenClass {
  constructor(
    private readonly client: CourseClient,
    readonly id: string,
  ) {}

  awards = async () => (await this.client.get<{ data: Award[] }>(`/classes/${this.id}/awards?limit=200`)).json().data;
  status = async (studentNo: string) => (await this.awards()).find((one) => one.studentNo === studentNo)?.pointsStatus;
  certificates = async (studentNo: string) =>
    (await this.client.get<{ data: Certificate[] }>(`/certificates?class=${this.id}&limit=200`))
      .json()
      .data.filter((one) => one.studentNo === studentNo);
  standing = async (studentNo: string) =>
    (await this.client.get<{ data: Standing[] }>(`/classes/${this.id}/hpr-look-ups`))
      .json()
      .data.find((one) => one.studentNo === studentNo);
  explained = async (studentNo: string) => {
    const { id } = (await this.awards()).find((one) => one.studentNo === studentNo)!;
    const { coursePoints } = (
      await this.client.get<{ coursePoints: { requirements: { code: string; evidence: object[] }[] } }>(
        `/student-courses/${id}/explanation`,
      )
    ).json();
    return coursePoints.requirements.find(({ code }) => code === 'HPR_NUMBER')?.evidence;
  };
}
