brevier bild
