from ui import parts
parts.title("Hello", lead="A lead.")
parts.button("A *label* :heart: -> www.evil.com $a$ a@b.com :red[x] <b>1. x", "k1")
