using Xemelios.Import.Intake;

namespace Xemelios.Import.Pes;

/// <summary>From the text of a Fichier element to the bytes of the piece: base64, then gzip when it is there, once or twice.</summary>
internal static class ContenuDePiece
{
    private const int MaxGzip = 2;

    /// <param name="texte">Disposed with the result.</param>
    public static Stream Decoder(TextReader texte, CompteurDInflation compteur)
    {
        var compresse = new FluxCompte(new FluxBase64(texte));
        Stream contenu = compresse;
        for (var i = 0; i < MaxGzip; i++)
        {
            var prevu = new FluxPrevu(contenu, 2);
            if (prevu.Tete is not [0x1F, 0x8B])
                return new FluxInflate(prevu, compresse, compteur);
            contenu = new FluxGzip(prevu);
        }

        return new FluxInflate(contenu, compresse, compteur);
    }

    /// <summary>A stream whose first bytes were looked at.</summary>
    private sealed class FluxPrevu : FluxEnLecture
    {
        private readonly Stream _suite;
        private readonly byte[] _tete;
        private int _donnes;

        public FluxPrevu(Stream suite, int octets)
        {
            _suite = suite;
            var tete = new byte[octets];
            _tete = tete[..suite.ReadAtLeast(tete, octets, throwOnEndOfStream: false)];
        }

        public ReadOnlySpan<byte> Tete => _tete;

        public override int Read(Span<byte> buffer)
        {
            if (_donnes == _tete.Length)
                return _suite.Read(buffer);
            var lus = Math.Min(buffer.Length, _tete.Length - _donnes);
            _tete.AsSpan(_donnes, lus).CopyTo(buffer);
            _donnes += lus;
            return lus;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _suite.Dispose();
            base.Dispose(disposing);
        }
    }
}
