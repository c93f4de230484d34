import { Rule } from "./rule";

export const FEDERATION_THROUGH_ITS_EDGE: Rule = {
  id: "HYB-FED-011",
  title: "Federation is declared on the Edge pool that has it.",
  severity: "error",
  why:
    'Partners and the cloud come in by the Edge pool of the federation route ("Configure federation routes and media ' +
    'traffic"); settings of another Edge reach nobody.',
  unacceptable: "the traffic would not pass the Edge pool that is set up for it.",
  check: ({ edgeFederations, edgePools }) =>
    edgeFederations.flatMap(({ edgePool, source }) => {
      const declared = edgePools.find(({ fqdn }) => fqdn === edgePool);
      if (declared?.federation === true) return [];
      const reason =
        declared === undefined ? "is no Edge pool of this deployment" : "is declared with federation: false";
      return [
        {
          subject: edgePool,
          message: `The federation of the Edge names ${edgePool}, which ${reason}.`,
          fix: "Pass the EdgePool of the federation route, declared in the same HybridDeployment.",
          source,
        },
      ];
    }),
};
