FROM node:24.21-bookworm-slim AS build
RUN npm install --global pnpm@12
WORKDIR /repository
COPY pnpm-lock.yaml pnpm-workspace.yaml package.json ./
COPY apps/web/package.json apps/web/
COPY libs libs
RUN pnpm install --frozen-lockfile --filter '@juke/web...' --filter '!@juke/tooling'
COPY tsconfig.base.json ./
COPY apps/web apps/web
RUN pnpm --filter @juke/web run build

FROM caddy:2.10-alpine
COPY docker/Caddyfile /etc/caddy/Caddyfile
COPY --from=build /repository/apps/web/dist /srv
EXPOSE 80 443
CMD ["caddy", "run", "--config", "/etc/caddy/Caddyfile", "--adapter", "caddyfile"]
