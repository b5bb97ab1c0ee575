namespace Xemelios.Query.Passages;

/// <summary>Rubriques to put under natures so that, in every état, the sums of the natures are found again.</summary>
/// <param name="Montants">Cents of each element in each état.</param>
/// <param name="Cibles">Cents that each nature must reach in each état.</param>
/// <param name="Scores">How well each nature suits each element by its words and its account; negative when it cannot be.</param>
/// <param name="Blocs">Elements that most tables treat alike: same rubrique, same family of statuts.</param>
internal sealed record ProblemeDePassage(long[][] Montants, long[][] Cibles, int[][] Scores, int[][] Blocs)
{
    public int Elements => Montants.Length;

    public int Natures => Cibles.Length;

    public int Etats => Cibles.Length == 0 ? 0 : Cibles[0].Length;

    /// <summary>The élements whose amounts say something.</summary>
    public bool Pese(int element) => Array.Exists(Montants[element], m => m != 0);

    public bool Convient(int element, int nature) => Scores[element][nature] >= 0;

    /// <summary>The nature that suits best by words and account, among those that <paramref name="ouverte"/> retains; −1 when none can be.</summary>
    public int PlusVraisemblable(int element, Func<int, bool> ouverte)
    {
        var meilleure = -1;
        for (var n = 0; n < Natures; n++)
            if (Convient(element, n) && ouverte(n) && (meilleure < 0 || Scores[element][n] > Scores[element][meilleure]))
                meilleure = n;
        return meilleure;
    }
}
