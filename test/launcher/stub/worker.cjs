require('./app.cjs');
