# Server for tests in any language: docker build -t graph-call-testkit . && docker run --rm -p 4010:4010 graph-call-testkit
FROM node:24-slim
ARG PACKAGE=graph-call-testkit
RUN npm install --global --omit=peer --no-audit --no-fund "$PACKAGE"
USER node
EXPOSE 4010
HEALTHCHECK CMD node -e "fetch('http://127.0.0.1:4010/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"
ENTRYPOINT ["graph-call-testkit", "serve", "--host", "0.0.0.0", "--port", "4010"]
