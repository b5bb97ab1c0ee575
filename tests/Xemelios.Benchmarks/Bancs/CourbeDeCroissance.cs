using System.Globalization;
using System.Text;
using Xemelios.Benchmarks.Mesures;

namespace Xemelios.Benchmarks.Bancs;

/// <summary>Draws the growth as a picture, by the browser of the machine; without one, there is no picture.</summary>
internal sealed class CourbeDeCroissance(Atelier atelier)
{
    public void Tracer(int bulletins, IReadOnlyList<MoisImporte> mois)
    {
        var page = Path.Combine(atelier.Donnees, "croissance.html");
        var image = Path.Combine(atelier.Resultats, "croissance.png");
        File.WriteAllText(page, Page(bulletins, mois));
        if ((Environment.GetEnvironmentVariable("XEMELIOS_CHROMIUM") ?? Programme.Installe("chromium")) is not { } chromium)
        {
            Console.WriteLine($"Sans navigateur, pas d'image : la courbe est dans {page}.");
            return;
        }

        Programme.Sortie(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars", "--window-size=960,760", $"--screenshot={image}", new Uri(page).AbsoluteUri);
        Console.WriteLine($"Écrit : {Path.GetRelativePath(atelier.Racine, image)}");
    }

    private static string Page(int bulletins, IReadOnlyList<MoisImporte> mois)
    {
        var secondes = mois.Select(m => m.Import.Secondes).ToArray();
        var durees = new Graphique("Durée d'import du mois (secondes)", mois.Count, Math.Max(secondes.Max(), secondes[0] * 1.15) * 1.1);
        durees.Points(secondes, "#9db7dd", "un import, processus à froid");
        durees.Ligne(MoisImporte.Glissantes(mois, r => r.Secondes), "#1d4f91", "médiane de cinq mois voisins");
        durees.Ligne(MoisImporte.Glissantes(mois, r => r.Processeur ?? 0), "#c9701f", "processeur, médiane de cinq mois");
        durees.Barre(MoisImporte.Glissantes(mois, r => r.Secondes)[0] * 1.15, "barre : 1,15 × le mois 1");
        var tailles = mois.Select(m => m.Tables / 1048576.0).ToArray();
        var place = new Graphique("Place et mémoire (Mio)", mois.Count, Math.Max(tailles.Max(), mois.Max(m => m.Import.MemoireMio ?? 0)) * 1.1);
        place.Ligne(tailles, "#2f7d4f", "tables (paye.duckdb)");
        place.Ligne([.. mois.Select(m => m.Index / 1048576.0)], "#8a8a8a", "index de recherche");
        place.Ligne([.. mois.Select(m => m.Import.MemoireMio ?? 0)], "#8c3b8c", "mémoire au plus haut de l'import");
        return $"""
            <!DOCTYPE html><html lang="fr"><meta charset="utf-8"><title>Croissance</title>
            <body style="margin:0;padding:18px 24px;width:912px;background:#fff;color:#222;font:14px 'Liberation Sans',Arial,sans-serif">
            <h1 style="font-size:20px;margin:0 0 6px">Importer le mois {mois.Count} coûte-t-il plus que le mois 1 ?</h1>
            <p style="margin:0 0 10px">Un même employeur, {bulletins.ToString("N0", CultureInfo.GetCultureInfo("fr-FR"))} bulletins par mois, gardés dans un seul dossier.</p>
            {durees.Svg()}{place.Svg()}
            </body></html>
            """;
    }

    /// <summary>Axes, lines and a legend, in one SVG.</summary>
    private sealed class Graphique(string titre, int mois, double maximum)
    {
        private const int Largeur = 912, Hauteur = 320, Gauche = 58, Bas = 42, Haut = 50;

        private readonly StringBuilder _traces = new();
        private int _legendes;

        public void Points(IReadOnlyList<double> valeurs, string couleur, string nom)
        {
            foreach (var (valeur, rang) in valeurs.Select((v, i) => (v, i + 1)))
                Ajouter($"<circle cx='{X(rang):0.0}' cy='{Y(valeur):0.0}' r='3' fill='{couleur}'/>");
            Legende(couleur, nom);
        }

        public void Ligne(IReadOnlyList<double> valeurs, string couleur, string nom)
        {
            var points = string.Join(' ', valeurs.Select((v, i) => string.Create(CultureInfo.InvariantCulture, $"{X(i + 1):0.0},{Y(v):0.0}")));
            Ajouter($"<polyline points='{points}' fill='none' stroke='{couleur}' stroke-width='2.5'/>");
            Legende(couleur, nom);
        }

        public void Barre(double valeur, string nom)
        {
            Ajouter($"<line x1='{Gauche}' x2='{Largeur}' y1='{Y(valeur):0.0}' y2='{Y(valeur):0.0}' stroke='#b3261e' stroke-width='1.5' stroke-dasharray='7 4'/>");
            Legende("#b3261e", nom);
        }

        public string Svg()
        {
            var graduations = Graduations();
            return string.Create(CultureInfo.InvariantCulture, $"""
                <svg width="{Largeur}" height="{Hauteur}" font-family="Liberation Sans, Arial" font-size="12" fill="#333">
                <text x="0" y="14" font-size="14" font-weight="bold">{titre}</text>{graduations}{_traces}
                <line x1="{Gauche}" x2="{Largeur}" y1="{Y(0):0.0}" y2="{Y(0):0.0}" stroke="#555"/>
                <text x="{(Gauche + Largeur) / 2}" y="{Hauteur - 6}" text-anchor="middle">mois importés</text></svg>
                """);
        }

        private StringBuilder Graduations()
        {
            var graduations = new StringBuilder();
            var pas = Pas(maximum);
            for (var valeur = 0.0; valeur <= maximum; valeur += pas)
                graduations.Append(CultureInfo.InvariantCulture, $"<line x1='{Gauche}' x2='{Largeur}' y1='{Y(valeur):0.0}' y2='{Y(valeur):0.0}' stroke='#e4e4e4'/><text x='{Gauche - 8}' y='{Y(valeur) + 4:0.0}' text-anchor='end'>{valeur.ToString(pas < 1 ? "N1" : "N0", CultureInfo.GetCultureInfo("fr-FR"))}</text>");
            var saut = (int)Math.Max(1, Pas(mois));
            foreach (var rang in Enumerable.Range(1, mois).Where(r => r == 1 || r % saut == 0))
                graduations.Append(CultureInfo.InvariantCulture, $"<text x='{X(rang):0.0}' y='{Y(0) + 16:0.0}' text-anchor='middle'>{rang}</text>");
            return graduations;
        }

        private void Legende(string couleur, string nom)
        {
            var x = Gauche + 215 * _legendes++;
            Ajouter($"<rect x='{x}' y='26' width='14' height='5' fill='{couleur}'/><text x='{x + 19}' y='33' font-size='11.5'>{nom}</text>");
        }

        private void Ajouter(FormattableString trace) => _traces.Append(trace.ToString(CultureInfo.InvariantCulture));

        private double X(int rang) => Gauche + 12 + (Largeur - Gauche - 24) * (mois == 1 ? 0.5 : (rang - 1.0) / (mois - 1));

        private double Y(double valeur) => Hauteur - Bas - (Hauteur - Bas - Haut) * valeur / maximum;

        /// <summary>1, 2 or 5 times a power of ten, for about six marks.</summary>
        private static double Pas(double etendue)
        {
            var ordre = Math.Pow(10, Math.Floor(Math.Log10(etendue / 5)));
            return ((double[])[1, 2, 5, 10]).Select(f => f * ordre).First(p => etendue / p <= 8);
        }
    }
}
