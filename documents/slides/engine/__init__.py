"""How slides are made: master, fitting of texts, native tables and charts."""
