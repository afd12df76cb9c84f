"""One function per thing a person does; the only room that joins the others."""
